import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../../../test/render';
import { MessageText } from './message-text';
import { splitLinks } from './split-links';

test('markup is text', () => {
  show(<MessageText text={'<img src=x onerror="alert(1)"> <b>bold</b>'} />);
  expect(screen.getByText('<img src=x onerror="alert(1)"> <b>bold</b>')).toBeInTheDocument();
  expect(document.querySelector('img, b')).toBeNull();
});

test('web addresses are links that tell the other side nothing', () => {
  show(<MessageText text="See https://shop.example/a?b=1." />);
  const link = screen.getByRole('link', { name: 'https://shop.example/a?b=1' });
  expect(link).toHaveAttribute('rel', expect.stringContaining('noreferrer'));
  expect(link).toHaveAttribute('target', '_blank');
});

test.each([
  ['javascript:alert(1)', []],
  ['data:text/html,hello', []],
  ['(see https://a.example)', ['https://a.example']],
  ['https://en.example/Rapport_(verb), and', ['https://en.example/Rapport_(verb)']],
  ['https://a.example/x https://b.example/y!', ['https://a.example/x', 'https://b.example/y']],
  ['https://', []],
])('%s', (text, urls) => {
  const parts = splitLinks(text);
  expect(parts.filter(({ url }) => url).map(({ url }) => url)).toEqual(urls);
  expect(parts.map((part) => part.text).join('')).toBe(text);
});
