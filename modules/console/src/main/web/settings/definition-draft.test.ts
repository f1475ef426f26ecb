import { expect, test } from 'vitest';
import { definition } from '../../../test/samples';
import {
  draftOfDefinition,
  draftOfUndeclared,
  emptyDraft,
  isRetention,
  keyFor,
  patchOf,
  wantedOf,
} from './definition-draft';

test.each([
  ['Home town', 'homeTown'],
  ['Quê quán', 'queQuan'],
  ['Địa chỉ giao hàng', 'diaChiGiaoHang'],
  ['Straßenschlüssel', 'strassenschlussel'],
  ['2nd E-mail', 'ndEMail'],
  ['3 Days', 'days'],
  ['計画', ''],
  ['x'.repeat(80), 'x'.repeat(64)],
])('the key suggested for %s is %s', (name, key) => {
  expect(keyFor(name)).toBe(key);
});

test('only what was changed is sent', () => {
  const known = definition({ group: 'Sales', sites: ['b', 'a'], retentionDays: 30 });
  const draft = draftOfDefinition(known);
  expect(patchOf(draft, known)).toEqual({});
  expect(patchOf({ ...draft, sites: ['a', 'b'], options: 'Free\n\n Paid ' }, known)).toEqual({});
  expect(patchOf({ ...draft, retentionDays: '', group: ' ', options: 'Free' }, known)).toEqual({
    retentionDays: null,
    group: '',
    options: ['Free'],
  });
});

test('what belongs to another type is not sent', () => {
  const draft = { ...emptyDraft('contact'), name: 'Plan', key: 'plan', options: 'A\nB', pattern: '[a-z]+' };
  expect(wantedOf({ ...draft, type: 'number' })).toMatchObject({ options: [], pattern: null });
  expect(wantedOf({ ...draft, type: 'multiList' })).toMatchObject({ options: ['A', 'B'], pattern: null });
  expect(wantedOf(draft)).toMatchObject({ options: [], pattern: '[a-z]+' });
});

test('days to keep are whole, of a hundred years at most, or none', () => {
  expect(['', ' ', '1', '36500'].filter(isRetention)).toHaveLength(4);
  expect(['0', '-1', '1.5', '36501', '1e3', 'ten'].filter(isRetention)).toEqual([]);
});

test('a key in use is declared as what it looks like, and its sources may go on', () => {
  const used = {
    subject: 'conversation',
    key: 'orderNumber_old',
    subjects: 3,
    more: false,
    type: 'number',
  } as const;
  expect(draftOfUndeclared(used)).toMatchObject({
    subject: 'conversation',
    key: 'orderNumber_old',
    ownKey: true,
    name: 'Order number old',
    type: 'number',
    visitorsMayWrite: true,
  });
});
