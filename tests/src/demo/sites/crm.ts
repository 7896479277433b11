import type { Language } from '@kedun/shared/contracts/vocabulary';

import { type Customer, toCsv } from '../customers.ts';
import { type Html, html } from './html.ts';
import type { Site, Words } from './site.ts';

const TEXT = {
  system: { zh: '客户关系管理系统', en: 'Customer relations' },
  branch: { zh: '广州分公司 · 天河营业厅', en: 'Guangzhou branch · Tianhe shop' },
  operator: { zh: '坐席 1024', en: 'Clerk 1024' },
  customers: { zh: '客户列表', en: 'Customers' },
  detail: { zh: '客户详情', en: 'Customer' },
  search: { zh: '按姓名、客户编号或手机号查找', en: 'Find by name, number or mobile' },
  export: { zh: '导出 CSV', en: 'Export CSV' },
  number: { zh: '客户编号', en: 'Number' },
  name: { zh: '姓名', en: 'Name' },
  mobile: { zh: '手机号', en: 'Mobile' },
  residentId: { zh: '身份证号', en: 'Resident ID' },
  bankCard: { zh: '银行卡号', en: 'Bank card' },
  address: { zh: '地址', en: 'Address' },
  grade: { zh: '等级', en: 'Grade' },
  plan: { zh: '套餐', en: 'Plan' },
  since: { zh: '入网日期', en: 'Since' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  back: { zh: '返回列表', en: 'Back to the list' },
  basics: { zh: '基本资料', en: 'Basics' },
  business: { zh: '业务信息', en: 'Services' },
  remark: { zh: '备注', en: 'Remark' },
  remarkHint: { zh: '办理记录，例如：核对身份后更换套餐', en: 'What was done for the customer' },
  none: { zh: '没有符合条件的客户。', en: 'No customer fits.' },
} satisfies Record<string, Words>;
type TextKey = keyof typeof TEXT;

function frame(language: Language, content: Html): Html {
  return html`<div class="crm">
    <header class="crm-head">
      <span class="crm-logo" aria-hidden="true">CRM</span>
      <strong>${TEXT.system[language]}</strong>
      <span class="crm-branch">${TEXT.branch[language]}</span>
      <span class="crm-operator">${TEXT.operator[language]}</span>
    </header>
    <main>${content}</main>
  </div>`;
}

function listRow(customer: Customer, language: Language): Html {
  return html`<tr data-find="${customer.name} ${customer.number} ${customer.mobile}">
    <td><a href="/customers/${customer.number}">${customer.number}</a></td>
    <td>${customer.name}</td>
    <td class="id">${customer.mobile}</td>
    <td class="id">${customer.residentId}</td>
    <td><span class="grade">${customer.grade}</span></td>
    <td>${customer.plan[language]}</td>
    <td class="id">${customer.since}</td>
  </tr>`;
}

function listPage(customers: readonly Customer[], language: Language): Html {
  const columns: TextKey[] = [
    ...(['number', 'name', 'mobile', 'residentId', 'grade', 'plan', 'since'] as const),
  ];
  return html`<div class="crm-title">
      <h1>${TEXT.customers[language]}</h1>
      <a class="button" href="/export.csv" download>${TEXT.export[language]}</a>
    </div>
    <input
      id="search"
      type="search"
      aria-label="${TEXT.search[language]}"
      placeholder="${TEXT.search[language]}"
    />
    <div class="crm-table">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${TEXT[column][language]}</th>`)}
          </tr>
        </thead>
        <tbody id="rows">
          ${customers.map((customer) => listRow(customer, language))}
        </tbody>
      </table>
      <p id="none" hidden>${TEXT.none[language]}</p>
    </div>`;
}

function field(key: TextKey, value: string, language: Language): Html {
  return html`<div class="field">
    <dt>${TEXT[key][language]}</dt>
    <dd>
      <span class="id" id="${key}">${value}</span>
      <button
        type="button"
        class="copy"
        data-copy="${key}"
        data-copied="${TEXT.copied[language]}"
        aria-label="${TEXT.copy[language]} ${TEXT[key][language]}"
      >
        ${TEXT.copy[language]}
      </button>
    </dd>
  </div>`;
}

function detailPage(customer: Customer, language: Language): Html {
  const basics = [
    field('number', customer.number, language),
    field('name', customer.name, language),
    field('residentId', customer.residentId, language),
    field('mobile', customer.mobile, language),
    field('bankCard', customer.bankCard, language),
    field('address', customer.address, language),
  ];
  const business = [
    field('plan', customer.plan[language], language),
    field('grade', customer.grade, language),
    field('since', customer.since, language),
  ];
  return html`<p class="crumbs">
      <a href="/">${TEXT.customers[language]}</a> / ${TEXT.detail[language]}
    </p>
    <div class="crm-title">
      <h1>${customer.name} <span class="grade">${customer.grade}</span></h1>
      <a class="button" href="/">${TEXT.back[language]}</a>
    </div>
    <section class="card">
      <h2>${TEXT.basics[language]}</h2>
      <dl>${basics}</dl>
    </section>
    <section class="card">
      <h2>${TEXT.business[language]}</h2>
      <dl>${business}</dl>
    </section>
    <section class="card">
      <h2><label for="remark">${TEXT.remark[language]}</label></h2>
      <textarea id="remark" rows="3" placeholder="${TEXT.remarkHint[language]}"></textarea>
    </section>`;
}

/** The business system the customer data lives in. */
export const crmSite: Site = {
  name: 'crm',
  title: { zh: '客户关系管理系统', en: 'Customer relations' },
  page(path, language, { customers }) {
    if (path === '/') return frame(language, listPage(customers, language));
    const number = /^\/customers\/(KH\d{10})$/u.exec(path)?.[1];
    const customer = customers.find((candidate) => candidate.number === number);
    return customer ? frame(language, detailPage(customer, language)) : null;
  },
  register(app, hostPattern, { customers }) {
    app.get('/export.csv', { constraints: { host: hostPattern } }, (_request, reply) =>
      reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="customers.csv"')
        .send(toCsv(customers)),
    );
  },
};
