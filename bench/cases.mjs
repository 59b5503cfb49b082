// What is asked of the server, and the statements it answers with, as pgbench sends them. The numbers are those of fill.sql.
import { readFileSync } from 'node:fs';

const people = 200;
const customers = 20_000;
const firstRep = 26;
const generalManager = 1;

const any = (first, last) => first + Math.floor(Math.random() * (last - first + 1));
const id = (kind, n) => `01900000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`;
const person = (n) => id(2, n);
const customer = (n) => id(3, n);
const order = (n) => id(4, n);
const product = (n) => id(5, n);
const approval = (n) => id(9, 2_000_000 + n);
const ownerOf = (customer) => firstRep + (customer % (people - 25));
const customerOf = (order, all = customers) => 1 + ((order * 7919) % all);
const sql = (name) => readFileSync(new URL(`statements/${name}.sql`, import.meta.url), 'utf8');

/** The whole months and quarters of the last year, as the board is asked for them. */
const today = new Date();
const day = (date) => date.toISOString().slice(0, 10);
const monthsBack = (back, length) => {
  const first = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() - back, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + length, 0));
  return `from=${day(first)}&to=${day(last)}`;
};
const aMonth = () => monthsBack(any(1, 12), 1);
const aQuarter = () => monthsBack(any(3, 12), 3);

// As fill.sql names them.
const places = ['苏州', '无锡', '南京', '杭州', '宁波', '合肥', '济南', '青岛', '武汉', '长沙', '广州', '深圳', '佛山'];
const first = [...'砚榆棠禾澄岫笠蔚泠沐筠屹朔珑璟湛翊峤衍皓铎稷漱黎楠桐澜霁缙旻岚瑾'];
const second = [...'汀舟渡桥麓屿坞塬峪埠畈岙垣塘溪庐阁榭棣桁簌笺枢杼轲辔衡砺鉴槿'];
const pick = (from) => from[any(0, from.length - 1)];
const root = () => pick(first) + pick(second);

let made = 0;
let nextDecided = 20_801;
const newCustomer = (owner) => ({
  name: `新客户${process.pid}-${made++}`,
  ownerId: person(owner),
  state: 'Prospect',
  industry: '制造业',
  city: '苏州',
  contactName: '联系人',
  phone: `0512-${String(process.pid).padStart(7, '6').slice(-3)}${String(made).padStart(5, '0')}`,
});
const newOrder = (of) => ({
  customerId: customer(of),
  salespersonId: person(ownerOf(of)),
  orderedOn: day(new Date(today.getTime() - any(1, 60) * 86_400_000)),
  confirm: true,
  lines: [
    { productId: product(any(1, 200)), quantity: '2', price: '1999' },
    { productId: product(any(1, 200)), quantity: '1', price: '4999.5', discount: '0.05' },
  ],
});

/** Goals are milliseconds of CPU of server and database together. */
const found = [
  {
    name: 'who is a customer already, asked while typing',
    goal: 10,
    sql: sql('check-duplicates'),
    request: () => ({
      path: `/api/customers/duplicates?name=${encodeURIComponent(`${pick(places)}${root()}科技有限公司`)}&phone=0512-${any(10_000_000, 99_999_999)}`,
      person: any(firstRep, people),
    }),
    mayBeEmpty: true,
  },
  {
    name: 'customers by part of the name, asked by the general manager',
    goal: 10,
    sql: sql('search-customers'),
    request: () => ({ path: `/api/search?q=${encodeURIComponent(root())}`, person: generalManager }),
    mayBeEmpty: true,
  },
  {
    name: 'customers by initials in the list, asked by the general manager',
    goal: 10,
    sql: sql('search-customers'),
    request: () => ({
      path: `/api/customers?q=${pick(['szyt', 'szzt', 'wxlq', 'njzx', 'hzlz'])}`,
      person: generalManager,
    }),
    mayBeEmpty: true,
  },
];

const now = (orders) => [
  {
    name: 'orders of a rep, by amount, asked by himself',
    goal: 0.6,
    sql: sql('list-orders'),
    request: () => {
      const rep = any(firstRep, people);
      return { path: `/api/orders?salesperson=${person(rep)}&state=Confirmed&sort=-amount`, person: rep };
    },
  },
  {
    name: 'orders of a rep, by amount, asked by the general manager',
    goal: 0.6,
    sql: sql('list-orders'),
    request: () => ({
      path: `/api/orders?salesperson=${person(any(firstRep, people))}&state=Confirmed&sort=-amount`,
      person: generalManager,
    }),
  },
  {
    name: 'customers of a rep, newest first, asked by the general manager',
    goal: 0.6,
    sql: sql('list-customers'),
    request: () => ({
      path: `/api/customers?owner=${person(any(firstRep, people))}&state=Active&sort=-createdAt`,
      person: generalManager,
    }),
  },
  {
    name: 'read a customer of his own',
    goal: 0.4,
    sql: sql('read-customer'),
    request: () => {
      const n = any(1, customers);
      return { path: `/api/customers/${customer(n)}`, person: ownerOf(n) };
    },
  },
  {
    name: 'read an order of his own, with its lines',
    goal: 0.4,
    sql: sql('read-order'),
    request: () => {
      const n = any(1, orders);
      return { path: `/api/orders/${order(n)}`, person: ownerOf(customerOf(n)) };
    },
  },
  {
    name: 'create a customer',
    goal: 1.5,
    sql: sql('create-customer'),
    request: () => {
      const rep = any(firstRep, people);
      return { method: 'POST', path: '/api/customers', body: newCustomer(rep), person: rep };
    },
  },
  ...found,
  {
    name: 'create an order of two lines, confirmed',
    goal: 1.5,
    sql: sql('create-order'),
    request: () => {
      const of = any(1, customers);
      return { method: 'POST', path: '/api/orders', body: newOrder(of), person: ownerOf(of) };
    },
  },
  {
    name: 'inbox of a director, 200 open and 5,000 decided',
    goal: 1,
    sql: sql('inbox'),
    request: () => ({ path: '/api/approvals?box=Todo', person: any(2, 5) }),
  },
  {
    name: 'what a director has decided, 5,000 requests',
    sql: sql('decided'),
    request: () => ({ path: '/api/approvals?box=Done', person: any(2, 5) }),
  },
  {
    // Each request is decided once. Nothing in pgbench decides, so there is no statement beside it.
    name: 'decide a request, with log and notices',
    goal: 5,
    request: () => {
      const n = nextDecided++;
      return {
        method: 'POST',
        path: `/api/approvals/${approval(n)}/approve`,
        body: { round: 1 },
        person: 6 + (n % 20),
      };
    },
  },
];

const boards = [
  {
    name: 'board of a month, the whole company by person',
    goal: 2,
    sql: sql('board-person').replaceAll('LENGTH', '1'),
    request: () => ({ path: `/api/board?${aMonth()}&by=Person`, person: generalManager }),
  },
  {
    name: 'board of a quarter, the whole company by person',
    goal: 2,
    sql: sql('board-person').replaceAll('LENGTH', '3'),
    request: () => ({ path: `/api/board?${aQuarter()}&by=Person`, person: generalManager }),
  },
  {
    name: 'board of a quarter, the whole company by unit',
    goal: 2,
    sql: sql('board-unit').replaceAll('LENGTH', '3'),
    request: () => ({ path: `/api/board?${aQuarter()}&by=Unit`, person: generalManager }),
  },
  {
    name: 'board of a month, anybody of the 200',
    goal: 2,
    sql: sql('board-person').replaceAll('LENGTH', '1'),
    request: () => ({ path: `/api/board?${aMonth()}`, person: any(1, people) }),
  },
];

const houses = { now: [...boards, ...now(100_000)], history: boards, million: found };

export const cases = (house) => houses[house];
