import { expect, test } from 'vitest';
import { readSource } from '../../src/check/source.ts';
import { aCheckout } from '../support/workshop.ts';

const checkout = aCheckout({ 'app.tar': '', 'dir/oci-layout': '' });

test.each([
  ['app:1', { kind: 'engine', reference: 'app:1' }],
  ['engine:oci', { kind: 'engine', reference: 'oci' }],
  ['registry:reg.example:5000/a', { kind: 'registry', reference: 'reg.example:5000/a' }],
  ['docker-archive:app.tar', { kind: 'docker-archive', path: '/checkout/app.tar' }],
  ['docker-archive:app.tar:app:1', { kind: 'docker-archive', path: '/checkout/app.tar', image: 'app:1' }],
  ['oci:dir', { kind: 'oci', path: '/checkout/dir' }],
  ['oci:dir:v1', { kind: 'oci', path: '/checkout/dir', image: 'v1' }],
  ['oci-archive:missing.tar', { kind: 'oci-archive', path: '/checkout/missing.tar' }],
])('%s', (text, expected) => {
  expect(readSource(text, checkout)).toEqual(expected);
});
