// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { accept, answerConsultation, approve, close, completeStep, confirmIdentity, consult, extend, fileFromPartner, filingStart, issue, officerDossier, pay, refuseDossier, requestPayment, requestSupplement, returnResult, sendBack, stop, supplement, takeIn, withdraw } from '@motcua/dossiers';
import { type OfficerDossier, type Party, type PaperJudgement } from '@motcua/dossiers/contract';
import { getEform } from '@motcua/eforms';
import type { Officer } from '@motcua/kernel';
import { shopServing } from '@motcua/organisation';
import { answersFor } from './answers.ts';
import { carried } from './papers.ts';
import { fakePersonalId, personName } from './people.ts';
import { byPost, goesByPost } from './post.ts';
import { type DemoAgency, agencies, departments } from './province.ts';
import type { Stage } from './simulate.ts';

/** What happens next to a dossier; null when nothing more will. */
export type Life = () => Promise<{ readonly life: Life; readonly at: Temporal.Instant } | null>;

type Next = Awaited<ReturnType<Life>>;

const key = (): string => randomUUID();

function someone({ random, names, places }: Stage): { readonly party: Party; readonly place: Parameters<typeof answersFor>[1]['place'] } {
  const home = random.pick(places);
  const place = { ...home, street: `Số ${1 + random.whole(200)} đường Thử Nghiệm` };
  const { name } = personName(random, names);
  return {
    place,
    party: {
      kind: 'person', name, personalId: fakePersonalId(random), birthDate: `${1950 + random.whole(54)}-0${1 + random.whole(9)}-1${random.whole(9)}`, phone: `0900000${String(random.whole(1000)).padStart(3, '0')}`, email: null,
      address: { province: home.province, commune: home.commune, text: `${place.street}, ${home.communeName}, ${home.provinceName}` },
    },
  };
}

/** Every paper in order, handed in once. */
export const allGood = (papers: readonly { readonly no: number; readonly originals: number; readonly copies: number }[]): PaperJudgement[] =>
  papers.map(({ no, originals, copies }) => ({ no, state: 'ok', originals: originals === 0 && copies === 0 ? 1 : originals, copies, remark: null }));

/** What officers of the demonstration give as the cause of a late step. */
const lateCauses = ['workload', 'staff-absent', 'received-late', 'other-agency', 'hard-case'] as const;

/** The head apologises and extends where the law still lets it. */
async function apologised({ ctx, did, officerWith }: Stage, view: OfficerDossier, agency: DemoAgency): Promise<boolean> {
  const head = officerWith('leader', agency.code);
  const may = view.extension === null && view.clock.owedAt !== null && Temporal.Instant.compare(ctx.clock.now().add({ hours: 24 }), Temporal.Instant.from(view.clock.owedAt)) < 0 && view.acts.some(({ act, allowed }) => act === 'extend' && allowed);
  return head !== undefined && may && did(await extend(ctx, { actor: head, code: view.code, version: view.version, clientKey: key(), body: { value: 2, reason: 'Nhiều hồ sơ đến cùng lúc, cần thêm thời gian kiểm tra.' } }));
}

/** The officer of a step finishes it by the act it ends with; a late one names its cause. */
export async function finished({ ctx, did, random }: Stage, view: OfficerDossier, actor: Officer, task: OfficerDossier['tasks'][number]): Promise<void> {
  const asked = { actor, code: view.code, version: view.version, clientKey: key() };
  const lateCause = task.late ? { code: random.pick(lateCauses), note: null } : null;
  switch (view.status === 'decided' ? null : task.act) {
    case 'approve': case 'sign': did(await approve(ctx, { ...asked, taskId: task.taskId, body: { opinion: 'Đồng ý.', lateCause } })); break;
    case 'number': did(await issue(ctx, { ...asked, taskId: task.taskId, body: { lateCause } })); break;
    case null: default: did(await completeStep(ctx, { ...asked, taskId: task.taskId, body: {
      opinion: task.act === 'appraise' ? 'Hồ sơ đủ điều kiện, trình phê duyệt.' : 'Chuyển bước tiếp theo.', variables: {}, lateCause,
      draft: task.act === 'appraise' ? { title: `Về việc giải quyết «${view.procedure.name.slice(0, 200)}»`, provisions: [`Chấp thuận đề nghị của ông/bà ${view.applicant.name}.`, 'Quyết định này có hiệu lực kể từ ngày ký.'] } : null,
    } }));
  }
}

/** A stage asks once. */
const asksBefore = (view: OfficerDossier): boolean => view.timeline.some(({ type }) => type === 'supplement-requested');

/** How a life goes on from a dossier: read it as its solving agency sees it, and let the next person act after a while. */
function goesOn(stage: Stage, code: string, agency: DemoAgency, paceOf: number): Life {
  const { ctx, db, random } = stage;
  const see = async (): Promise<OfficerDossier | null> => {
    const reader = stage.officerWith('leader', agency.code);
    const view = reader === undefined ? null : await officerDossier(ctx, db, reader, code);
    return view?.ok === true ? view.value : null;
  };
  const later = async (minutes: number): Promise<Next> => ({ at: await stage.workingLater(agency.code, ctx.clock.now(), minutes), life: goesOn(stage, code, agency, paceOf) });
  const asked = (actor: Officer, view: OfficerDossier) => ({ actor, code, version: view.version, clientKey: key() });

  const atIntake = async (view: OfficerDossier, shop: string): Promise<Next> => {
    const officer = stage.officerWith('intake-officer', shop);
    if (officer === undefined) return null;
    if (random.chance(0.06)) stage.did(await refuseDossier(ctx, { ...asked(officer, view), body: { reasons: ['Việc này do cơ quan công an giải quyết, không thuộc thẩm quyền của cơ quan tiếp nhận.'] } }));
    else if (!asksBefore(view) && random.chance(0.1)) stage.did(await requestSupplement(ctx, { ...asked(officer, view), body: { reason: 'Giấy tờ nộp kèm chưa đọc được.', items: [{ paperNo: view.papers[0]?.no ?? null, what: 'Giấy tờ thứ nhất bị mờ', howToMend: 'Chụp lại ở chỗ sáng, đủ bốn góc.', basis: null }] } }));
    else stage.did(await accept(ctx, { ...asked(officer, view), body: { papers: allGood(view.papers), limitOverride: null } }));
    return later(30 + random.whole(120));
  };

  // A linked group goes on by one of its parts, in the part's own agency.
  const inPart = async ({ group }: OfficerDossier): Promise<Next> => {
    const open = (group?.parts ?? []).filter(({ code: part, state }) => part !== null && (state === 'waiting' || state === 'running' || state === 'paused'));
    const part = open[random.whole(Math.max(1, open.length))];
    const other = agencies.find(({ name }) => name === part?.agency);
    if (part?.code == null || other === undefined) return null;
    const next = await goesOn(stage, part.code, other, paceOf)();
    return next === null ? null : { at: next.at, life: goesOn(stage, code, agency, paceOf) };
  };

  const atStep = async (view: OfficerDossier): Promise<Next> => {
    const task = view.tasks[0];
    if (task === undefined) return null;
    const actor = stage.officerWith(task.role, task.agency);
    if (actor === undefined) return null;
    if (task.act === 'appraise' && view.draft === null) {
      if (!asksBefore(view) && random.chance(0.07)) {
        stage.did(await requestSupplement(ctx, { ...asked(actor, view), body: { reason: 'Nội dung kê khai chưa khớp với giấy tờ.', items: [{ paperNo: null, what: 'Địa chỉ trên đơn khác giấy tờ kèm theo', howToMend: 'Sửa lại địa chỉ theo giấy tờ, hoặc nộp giấy tờ đúng.', basis: 'Khoản 5 Điều 19 Nghị định 118/2025/NĐ-CP' }] } }));
        return later(300 + random.whole(2000));
      }
      if (random.chance(0.06)) {
        const other = random.pick([departments[0] ?? agency, ...departments.filter(({ code: department }) => department !== agency.code)]);
        if (other.code !== agency.code) { stage.did(await consult(ctx, { ...asked(actor, view), body: { agency: other.code, question: 'Đề nghị cho ý kiến về nội dung thuộc lĩnh vực quản lý của quý cơ quan.', hours: 16 } })); return later(200 + random.whole(1200)); }
      }
      if (random.chance(0.05)) { stage.did(await requestPayment(ctx, { ...asked(actor, view), body: { amountVnd: 50_000 * (1 + random.whole(20)), reason: 'Nghĩa vụ tài chính theo thông báo của cơ quan thuế.' } })); return later(300 + random.whole(1800)); }
      if (random.chance(0.02)) { const shop = stage.officerWith('intake-officer', await shopServing(db, agency.code) ?? agency.code); if (shop !== undefined) stage.did(await stop(ctx, { ...asked(shop, view), body: { reason: 'Người nộp đề nghị dừng vì không còn nhu cầu.' } })); return null; }
    }
    if (task.late && random.chance(0.4) && await apologised(stage, view, agency)) return later(60 + random.whole(300));
    const back = task.returnTo.at(-1);
    if (view.status !== 'decided' && task.act === 'forward' && task.role === 'division-head' && view.draft !== null && back !== undefined && random.chance(0.06)) {
      stage.did(await sendBack(ctx, { ...asked(actor, view), taskId: task.taskId, body: { to: back.id, reason: 'Dự thảo chưa nêu căn cứ, bổ sung rồi trình lại.' } }));
      return later(60 + random.whole(240));
    }
    if (view.status !== 'decided' && (task.act === 'approve' || task.act === 'sign') && view.draft === null) return null;
    await finished(stage, view, actor, task);
    const hours = view.steps.find(({ state }) => state === 'to-come')?.hours ?? 2;
    return later(Math.max(10, hours * 60 * paceOf * (0.4 + random.next())));
  };

  return async () => {
    const shop = await shopServing(db, agency.code) ?? agency.code;
    await carried(stage, { code, shop, agency: agency.code });
    const view = await see();
    if (view === null) return null;
    const counter = stage.officerWith('intake-officer', shop);
    switch (view.status) {
      case 'submitted': return atIntake(view, shop);
      case 'accepted': case 'in-progress':
        if (random.chance(0.008) && counter !== undefined) { stage.did(await withdraw(ctx, { ...asked(counter, view), body: { reason: 'Người nộp rút hồ sơ để bổ sung giấy tờ.' } })); return null; }
        return view.tasks[0]?.act === 'linked' ? inPart(view) : atStep(view);
      case 'awaiting-intake-supplement': case 'awaiting-supplement':
        if (counter === undefined) return null;
        if (random.chance(0.3)) {
          // Nobody answers: at intake the counter closes it after a while; after appraisal it stands until its day has passed.
          if (view.supplement?.answerBy == null && random.chance(0.6)) stage.did(await close(ctx, { ...asked(counter, view), body: { reason: 'Đã nhắc nhiều lần mà chưa nhận được bổ sung.' } }));
          return null;
        }
        stage.did(await supplement(ctx, { ...asked(counter, view), body: { note: 'Đã bổ sung đủ theo phiếu yêu cầu.', answers: null, documents: new Map() } }));
        return later(60 + random.whole(600));
      case 'consulting': {
        const open = view.consultations.find(({ answer, lapsed }) => answer === null && !lapsed);
        const asker = open === undefined ? undefined : stage.officerWith('consulted-officer', open.agency);
        if (open === undefined || asker === undefined || random.chance(0.2)) return null;
        stage.did(await answerConsultation(ctx, { ...asked(asker, view), id: open.id, body: { opinion: 'Thống nhất với đề nghị của cơ quan chủ trì.', agrees: true } }));
        return later(60 + random.whole(300));
      }
      case 'awaiting-identity': {
        if (counter === undefined || random.chance(0.3)) return null;
        stage.did(await confirmIdentity(ctx, { ...asked(counter, view), body: { evidence: 'Xác nhận trên VNeID.' } }));
        return later(60 + random.whole(300));
      }
      case 'awaiting-payment': {
        const cashier = stage.officerWith('cashier', shop);
        if (view.payment === null || cashier === undefined || random.chance(0.25)) return null;
        stage.did(await pay(ctx, { ...asked(cashier, view), body: { amountVnd: view.payment.amountVnd, receiptNumber: `BL${1000 + random.whole(9000)}`, way: 'cash' } }));
        return later(60 + random.whole(300));
      }
      case 'decided':
        if (view.tasks[0] !== undefined && view.tasks.every(({ act }) => act !== 'return')) return atStep(view);
        if (counter === undefined || random.chance(0.2)) return null;
        if (view.returnWay === 'post') return await goesByPost(stage, counter, view) ? later(view.parcel === null ? 30 : 600 + random.whole(900)) : null;
        stage.did(await returnResult(ctx, { ...asked(counter, view), body: { way: view.returnWay, receivedBy: view.applicant.name, feeVnd: null, receiptNumber: null } }));
        return null;
      case 'returned': case 'refused': case 'withdrawn': case 'stopped': case 'closed': case 'sent-upstream': return null;
    }
  };
}

/** A person comes with something to be done: at the counter, by post, or on the national portal. */
export function arrive(stage: Stage, agency: DemoAgency): Life {
  const { ctx, db, random } = stage;
  return async () => {
    const ofDepartment = stage.departmentProcedures.get(agency.code) ?? [];
    const procedure = agency.kind === 'commune' ? random.pick(stage.commonProcedures) : ofDepartment[random.whole(ofDepartment.length)];
    const start = procedure === undefined ? null : await filingStart(ctx, db, { procedure, agency: agency.code });
    if (procedure === undefined || start?.ok !== true) return null;
    const form = await getEform(db, start.value.eform.key, start.value.eform.version);
    const shop = await shopServing(db, agency.code);
    if (form === undefined || shop === undefined) return null;
    const { party, place } = someone(stage);
    const answers = answersFor(form, { party, place, random, names: stage.names });
    const group = start.value.papers[0];
    const circumstance = group?.circumstance ?? null;
    const pace = random.chance(0.1) ? 2.5 + random.next() * 2 : 0.7 + random.next() * 0.6;
    const online = random.chance(0.35);
    const officer = stage.officerWith('intake-officer', shop);
    if (officer === undefined) return null;
    const done = online
      ? await fileFromPartner(ctx, { kind: 'partner', id: 'national-portal', name: 'Cổng Dịch vụ công quốc gia' }, {
        messageId: key(), nationalCode: `G22.99-${String(random.whole(1e9)).padStart(9, '0')}`, procedure, circumstance, solvingAgency: agency.code, applicant: party, answers, filedAt: ctx.clock.now().toString(), returnWay: random.pick(['counter', 'post', 'electronic']), papers: [],
      })
      : await takeIn(ctx, { actor: officer, body: {
        clientKey: key(), procedure, circumstance, receivingAgency: shop, solvingAgency: agency.code, returningAgency: shop, ...(random.chance(0.1) ? byPost(stage) : { channel: 'counter' as const }), applicant: party, submitter: null, authorisation: null,
        answers, papers: allGood(group?.papers ?? []), returnWay: random.pick(['counter', 'post', 'electronic']), fee: { amountVnd: start.value.feeVnd ?? 0, way: start.value.feeVnd === null ? 'none' : 'cash' }, limitOverride: null, outcome: { kind: 'accept' },
      } });
    if (!stage.did(done) || !done.ok) return null;
    return { at: await stage.workingLater(agency.code, ctx.clock.now(), 10 + random.whole(online ? 300 : 90)), life: goesOn(stage, done.value.code, agency, pace) };
  };
}
