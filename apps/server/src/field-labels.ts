// SPDX-License-Identifier: EUPL-1.2

/**
 * The Vietnamese names of the fields of request bodies, as the screens call them. A key is a field's own name; `parent.name` where
 * the part it stands in changes its meaning; `operation:name` where one operation means something else by it.
 */
const labels: Readonly<Record<string, string>> = {
  // People, places and how to reach them
  'applicant': 'Chủ hồ sơ', 'applicantTyped': 'Chủ hồ sơ', 'submitter': 'Người nộp', 'coApplicants': 'Người cùng đứng tên', 'party': 'Người cùng đứng tên', 'part': 'Phần của người cùng đứng tên', 'name': 'Họ tên', 'personalId': 'Số định danh', 'phone': 'Số điện thoại',
  'email': 'Thư điện tử', 'birthDate': 'Ngày sinh', 'address': 'Địa chỉ', 'address.text': 'Địa chỉ', 'street': 'Số nhà, đường, thôn', 'commune': 'Xã, phường', 'communeName': 'Xã, phường', 'province': 'Tỉnh, thành phố', 'provinceName': 'Tỉnh, thành phố',
  'relation': 'Quan hệ', 'person': 'Người', 'personName': 'Họ và tên người đại diện', 'organisationName': 'Tên tổ chức', 'capacity': 'Tư cách', 'forOther': 'Nộp thay người khác', 'forWhom': 'In cho', 'author': 'Tác giả', 'who': 'Người làm',
  'identityPaper': 'Giấy tờ tùy thân đã xem', 'confirmed': 'Đã xác nhận', 'consent': 'Đồng ý dùng giấy đã có', 'evidence': 'Bằng chứng xác thực', 'receiver': 'Người nhận kết quả', 'receivedBy': 'Người nhận', 'revocation': 'Giấy trao cho người nhận', 'owner': 'Chủ giấy tờ', 'ownerName': 'Tên chủ giấy tờ',
  'addRepresentative:person': 'Số định danh của người đại diện', 'addRepresentative:document': 'Giấy tờ đã xem', 'planReview:person': 'Người phụ trách', 'askPopulation:person': 'Người cần tra',
  // The paper by which one acts for another
  'mandate': 'Giấy tờ đại diện', 'mandateTyped': 'Giấy tờ đại diện', 'authorisation': 'Giấy ủy quyền', 'scope': 'Được giao việc', 'mandate.kind': 'Loại giấy tờ đại diện', 'mandateTyped.kind': 'Loại giấy tờ đại diện', 'issuedBy': 'Nơi lập, chứng thực',
  'mandate.number': 'Số giấy tờ đại diện', 'mandateTyped.number': 'Số giấy tờ đại diện', 'mandate.issuedOn': 'Ngày lập', 'mandateTyped.issuedOn': 'Ngày lập', 'mandate.validUntil': 'Đến hết ngày', 'mandateTyped.validUntil': 'Đến hết ngày',
  'document': 'Giấy tờ', 'document.number': 'Số giấy tờ', 'document.issuedOn': 'Ngày lập', 'document.validUntil': 'Đến hết ngày',
  // A dossier and its papers
  'procedure': 'Thủ tục', 'procedures': 'Thủ tục', 'circumstance': 'Trường hợp', 'pages': 'Thứ tự trang', 'channel': 'Hình thức nộp', 'answers': 'Tờ khai', 'prefilled': 'Điều điền sẵn', 'papers': 'Giấy tờ', 'papers.name': 'Tên giấy tờ', 'no': 'Giấy tờ', 'nos': 'Giấy tờ', 'paperNo': 'Giấy tờ', 'copies': 'Số bản sao', 'originals': 'Số bản chính',
  'state': 'Tình trạng giấy', 'remark': 'Ghi chú', 'reuse': 'Giấy đã có', 'entry': 'Giấy trong kho', 'code': 'Mã', 'items.code': 'Mã hồ sơ', 'version': 'Phiên bản hồ sơ', 'clientKey': 'Khóa của lần bấm', 'dossiers': 'Hồ sơ', 'lookIntoVault:kind': 'Loại giấy',
  'receivingAgency': 'Nơi tiếp nhận', 'solvingAgency': 'Cơ quan giải quyết', 'returningAgency': 'Nơi trả kết quả', 'returnWay': 'Nơi nhận kết quả', 'returnTo': 'Địa chỉ nhận kết quả', 'backDate': 'Ghi lùi giờ', 'at': 'Lúc', 'filedAt': 'Lúc nộp', 'receivedAt': 'Lúc nhận', 'handedOverAt': 'Lúc ký biên bản bàn giao',
  'outcome': 'Kết quả xem hồ sơ', 'items': 'Các mục', 'outcome.items': 'Nội dung bổ sung', 'requestSupplement:items': 'Nội dung bổ sung', 'what': 'Cần bổ sung', 'howToMend': 'Cách sửa', 'basis': 'Căn cứ', 'reason': 'Lý do', 'reasons': 'Lý do', 'why': 'Lý do', 'heldReason': 'Lý do giữ giấy', 'override': 'Lý do làm khác',
  'text': 'Nội dung', 'content': 'Nội dung', 'opinion': 'Ý kiến', 'question': 'Câu hỏi', 'hours': 'Số giờ', 'agrees': 'Đồng ý', 'answer': 'Trả lời', 'draft': 'Dự thảo', 'title': 'Tên văn bản', 'provisions': 'Nội dung văn bản', 'note': 'Ghi chú', 'lateCause': 'Nguyên nhân chậm', 'offSiteReason': 'Lý do làm ngoài trụ sở', 'granted': 'Quyết định',
  'lateCause.code': 'Nguyên nhân chậm', 'limitOverride': 'Thời hạn', 'limitOverride.value': 'Thời hạn', 'value': 'Giá trị', 'extend:value': 'Gia hạn thêm', 'proposeExtension:value': 'Gia hạn thêm', 'unit': 'Đơn vị', 'taskId': 'Việc', 'task': 'Bước', 'variables': 'Điều chọn ở bước', 'sendBack:to': 'Bước trả về', 'sendUpstream:to': 'Nơi chuyển đến', 'to': 'Nơi nhận',
  'message': 'Tin nhắn', 'messageId': 'Mã gói tin', 'nationalCode': 'Mã hồ sơ quốc gia', 'contentBase64': 'Nội dung tệp', 'fileName': 'Tên tệp', 'wish:kind': 'Việc đề nghị', 'fileFromNationalPortal:procedure': 'Mã thủ tục',
  // Money and post
  'fee': 'Phí, lệ phí', 'asked': 'Số tiền đã báo', 'amountVnd': 'Số tiền', 'feeVnd': 'Số tiền đã thu', 'receiptNumber': 'Số biên lai', 'way': 'Cách', 'claims': 'Được miễn, giảm vì', 'units': 'Tính theo', 'shipping': 'Cước gửi kết quả', 'payer': 'Người trả cước', 'post': 'Bưu gửi', 'enterprise': 'Doanh nghiệp bưu chính',
  'slip': 'Số hiệu bưu gửi', 'handedBy': 'Nhân viên bưu chính', 'stage': 'Chặng đường', 'deliveredAt': 'Lúc phát', 'packForPost:to': 'Người nhận', 'trackPost:at': 'Lúc',
  // Scans and papers turned into data
  'scan': 'Bản quét', 'withNotes': 'Bản quét có ghi chú', 'pagesOnPaper': 'Số trang của giấy', 'bearsNotes': 'Giấy có bút phê, ghi chú', 'about': 'Giấy ghi về chính nó', 'about.number': 'Số của giấy', 'issuer': 'Nơi cấp', 'issuedOn': 'Ngày cấp', 'validUntil': 'Có giá trị đến', 'values': 'Điều đọc được trên giấy', 'values.name': 'Tên ô', 'enterDatedRow:values': 'Các ô của dòng',
  'onRequest': 'Số hóa theo yêu cầu', 'scans': 'Các bản quét', 'isPile': 'Nối các tệp', 'working': 'Văn bản của cơ quan', 'signedOn': 'Ngày ký', 'sha256': 'Mã băm của tệp', 'cells': 'Các ô của dòng', 'lines': 'Các dòng', 'oldCode': 'Mã hồ sơ cũ', 'digitise:kind': 'Loại giấy', 'cells.kind': 'Loại giấy', 'working.kind': 'Loại văn bản', 'openBackFiles:title': 'Tên đợt',
  // Papers held, copies, archive
  'place': 'Địa điểm', 'moveOriginals:place': 'Chuyển đến đâu', 'detail': 'Chi tiết', 'missing': 'Giấy thiếu', 'paper': 'Giấy', 'wording': 'Nội dung sửa', 'sheets': 'Số giấy bảo an', 'supplementAtCounter:sheets': 'Giấy tờ', 'series': 'Sê-ri', 'counted': 'Đếm được', 'handOutSecuritySheets:to': 'Người nhận giấy', 'receiveSecuritySheets:document': 'Biên bản, hóa đơn',
  'keeper': 'Người giữ', 'level': 'Độ mật', 'venue': 'Nơi giao nhận', 'recordSecretPaper:issuedOn': 'Ngày của tài liệu', 'purpose': 'Mục đích', 'noComplaint': 'Đã tra khiếu nại, khởi kiện thế nào', 'openArchived:code': 'Mã hồ sơ', 'shop': 'Bộ phận Một cửa',
  // Checks on the spot
  'findings': 'Điều ghi nhận', 'conclusion': 'Kết luận', 'participants': 'Thành phần', 'heldAt': 'Lúc kiểm tra', 'applicantAttends': 'Mời người nộp dự', 'planCheck:kind': 'Loại kiểm tra',
  // Who signs and who holds which post
  'officer': 'Cán bộ', 'agency': 'Cơ quan', 'role': 'Vai trò', 'seat': 'Chỗ ngồi', 'backup': 'Người làm thay', 'homeAgency': 'Cơ quan quản lý', 'documentNumber': 'Số văn bản', 'delegator': 'Người giao', 'delegate': 'Người được giao ký', 'delegateTitle': 'Chức vụ in trên văn bản', 'legalBasis': 'Căn cứ', 'competenceMoved': 'Thẩm quyền chuyển về cơ quan được ủy quyền',
  'appraisal': 'Thẩm định', 'by': 'Cơ quan thẩm định', 'on': 'Ngày thẩm định', 'appraisal.number': 'Số văn bản thẩm định', 'enterDelegation:kind': 'Cách ký', 'enterDelegation:issuedOn': 'Ngày ký văn bản', 'revokeDelegation:number': 'Số văn bản thu hồi', 'revokeDelegation:from': 'Thu hồi từ ngày', 'collective': 'Ký thay mặt', 'enterHead:title': 'Chức danh', 'unsure': 'Điều chưa chắc',
  'seal': 'Con dấu', 'widthMm': 'Đường kính con dấu', 'custodian': 'Người giữ dấu', 'keptAt': 'Nơi giữ dấu', 'permissionNumber': 'Số giấy phép', 'registrationNumber': 'Số đăng ký', 'registeredOn': 'Ngày đăng ký', 'registerSeal:name': 'Tên con dấu', 'registerSeal:kind': 'Loại dấu', 'means': 'Cách ký số', 'account': 'Tài khoản ký', 'pin': 'Mã PIN', 'enterSigningMeans:kind': 'Cách ký số', 'weekday': 'Thứ',
  'setSigningHours:from': 'Từ giờ', 'setSigningHours:until': 'Đến giờ', 'setSigningHours:through': 'Đến hết ngày', 'setSigningHours:place': 'Nơi ký', 'class': 'Loại', 'outcome.kind': 'Kết quả xem hồ sơ', 'checkDigitalIdentity:outcome': 'Kết quả', 'id': 'Mã',
  // Days and numbers of documents
  'from': 'Từ ngày', 'until': 'Đến ngày', 'through': 'Đến hết ngày', 'day': 'Ngày', 'date': 'Ngày quyết định', 'decision': 'Quyết định', 'decision.number': 'Số quyết định', 'validFrom': 'Áp dụng từ ngày', 'number': 'Số văn bản', 'decideDestruction:number': 'Số quyết định', 'revokeResult:number': 'Số quyết định', 'cells.number': 'Số của giấy', 'year': 'Năm',
  'sendReviewPlan:day': 'Ngày gửi', 'enterPublishedList:day': 'Ngày quyết định', 'ministryDay': 'Ngày quyết định của bộ', 'ministryDecision': 'Quyết định của bộ', 'publicOn': 'Ngày công khai', 'due': 'Hạn', 'ground': 'Căn cứ', 'product': 'Sản phẩm', 'proposal': 'Bản đề nghị', 'process': 'Quy trình', 'eform': 'Biểu mẫu điện tử', 'resultSymbol': 'Ký hiệu kết quả', 'enterHandling:document': 'Văn bản hoặc lý do',
  'enterHandling:unit': 'Đơn vị thẩm quyền', 'enterPosting:unit': 'Đơn vị', 'source': 'Nguồn, căn cứ', 'enterControlFigure:kind': 'Con số', 'moveVersions:to': 'Phiên bản mới', 'moveProcedures:to': 'Thủ tục mới',
  // Calendar and rules of counting
  'change': 'Thay đổi', 'change.kind': 'Là', 'change.name': 'Tên ngày', 'as': 'Làm theo giờ của', 'cutoff': 'Giờ chốt nhận hồ sơ', 'shifts': 'Buổi làm việc', 'mon': 'Thứ hai', 'tue': 'Thứ ba', 'wed': 'Thứ tư', 'thu': 'Thứ năm', 'fri': 'Thứ sáu', 'sat': 'Thứ bảy', 'sun': 'Chủ nhật', 'change.decision': 'Căn cứ, lý do', 'set': 'Bộ cách tính', 'firstAppointment': 'Hẹn lần 1',
  'chooseRuleSet:decision': 'Căn cứ, lý do', 'previewRuleChoice:decision': 'Căn cứ, lý do', 'withdrawRuleChoice:decision': 'Căn cứ, lý do',
  // Drafts of what the province publishes
  'kind': 'Loại', 'key': 'Mã', 'revision': 'Lần lưu của bản soạn', 'takeTheirs': 'Lấy theo người kia', 'codes': 'Thủ tục', 'proposals': 'Bản soạn', 'notes': 'Ghi chú cho nơi nhận', 'makePack:name': 'Tên tệp', 'makePack:title': 'Tên gói', 'makePack:version': 'Số bản', 'pem': 'Chứng thư của nơi phát hành', 'xml': 'Tệp', 'definition': 'Định nghĩa biểu mẫu', 'submitProposal:note': 'Lời ghi', 'returnProposal:note': 'Lời ghi', 'withdrawProposal:note': 'Lời ghi',
  'aliases': 'Tên gọi khác', 'heldIn': 'Nhà nước đã giữ tại', 'issuingBody': 'Nơi cấp', 'validMonths': 'Có giá trị bao nhiêu tháng', 'retired': 'Không dùng nữa', 'savePaperKind:name': 'Tên', 'savePaperKind:procedure': 'Thủ tục cấp giấy này', 'savePaperKind:version': 'Phiên bản', 'components': 'Thành phần hồ sơ', 'components.kind': 'Loại giấy tờ', 'components.name': 'Thành phần',
  'subject': 'Thủ tục', 'subject.name': 'Tên thủ tục', 'subject.code': 'Mã thủ tục', 'questions': 'Câu hỏi', 'conditions': 'Điều kiện chưa đạt', 'cases': 'Trường hợp', 'choices': 'Các lựa chọn', 'hint': 'Cách tự xem', 'label': 'Câu hỏi', 'choices.label': 'Lựa chọn', 'type': 'Cách trả lời', 'when': 'Khi', 'then': 'Thì', 'decideProcessRecord:place': 'Chỗ xem xét',
  'choice': 'Lựa chọn', 'timer': 'Hạn giờ', 'do': 'Việc làm', 'node': 'Bước', 'startAt': 'Bắt đầu lúc', 'choices.to': 'Bước trả về', 'choices.what': 'Việc làm', 'choices.until': 'Cho đồng hồ đi đến', 'event': 'Sự kiện', 'withoutMarks': 'Không dấu', 'previewMessage:title': 'Tiêu đề',
  // Signing in and finding
  'login': 'Tên đăng nhập', 'password': 'Mật khẩu', 'signIn:code': 'Mã xác nhận', 'q': 'Từ tìm', 'after': 'Vị trí trang', 'organisation': 'Mã tổ chức',
};

/** What a field of a request is called on the screens; undefined: it has no name of its own, as a row's number. `path`: names from the outside in, without the numbers of rows. */
export function labelOf(operation: string | undefined, path: readonly string[]): string | undefined {
  const name = path.at(-1) ?? '';
  return labels[`${operation ?? ''}:${name}`] ?? labels[`${path.at(-2) ?? ''}.${name}`] ?? labels[name];
}
