// SPDX-License-Identifier: EUPL-1.2
import { type RoutePlugin, problem, requires } from '@motcua/http-kit';
import { z } from 'zod';
import { FormRegister } from '../contract.ts';
import { formSetKeys } from '../register.ts';
import { renderSample } from '../sample/render.ts';
import { formRegister } from '../view.ts';

const Sample = z.object({ set: z.enum(formSetKeys), number: z.string().regex(/^\d{2}$/u) });

/** The register of statutory forms, and each form printed with a sample dossier. */
export const formRoutes = (): RoutePlugin => (app, _options, done) => {
  app.get('/statutory-forms', { ...requires('form.read'), schema: { operationId: 'listStatutoryForms', tags: ['papers'], response: { 200: FormRegister } } }, () => formRegister());

  app.get('/statutory-forms/:set/:number/sample', { ...requires('form.read'), schema: { operationId: 'printSampleForm', tags: ['papers'], params: Sample } }, async (request, reply) => {
    const { set, number } = request.params;
    const pdf = await renderSample(set, number);
    if (pdf === undefined) {
      return reply.code(404).type('application/problem+json').send(problem({ status: 404, code: 'form-unknown', title: `Bộ mẫu ${set} không có mẫu số ${number}.`, detail: 'Chọn mẫu trong danh sách biểu mẫu.' }));
    }
    return reply.header('content-type', 'application/pdf').header('content-disposition', `inline; filename="mau-${number}-${set}.pdf"`).send(Buffer.from(pdf));
  });
  done();
};
