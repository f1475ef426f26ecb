import { render } from 'preact';
import { describe, expect, it } from 'vitest';
import { Linked } from './Linked';
import { stretchesOf } from './links';

function shown(text: string): HTMLElement {
  const place = document.createElement('div');
  render(<Linked text={text} />, place);
  return place;
}

function addresses(text: string): (string | undefined)[] {
  return stretchesOf(text)
    .map((stretch) => stretch.address)
    .filter(Boolean);
}

describe('links in messages', () => {
  it('loses nothing of the text', () => {
    const text = 'a https://example.com/x?y=1#z, (http://b.example) and … http:// and https://🙂.example end';
    expect(stretchesOf(text).map((stretch) => stretch.text).join('')).toBe(text);
  });

  it.each([
    ['See https://example.com/path.', 'https://example.com/path'],
    ['(https://example.com/a_(b))', 'https://example.com/a_(b)'],
    ['HTTPS://EXAMPLE.COM/X!', 'https://example.com/X'],
    ['"https://example.com"', 'https://example.com/'],
  ])('finds the address in %s', (text, address) => {
    expect(addresses(text)).toEqual([address]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'www.example.com',
    'xhttps://example.com',
    'https://bank.example@evil.example',
    'https://user:secret@evil.example',
    'https://',
  ])('leaves %s as text', (text) => {
    expect(addresses(text)).toEqual([]);
  });

  it('ends an address at characters that turn the reading direction', () => {
    expect(addresses('https://example.com/\u202Egnp.exe')).toEqual(['https://example.com/']);
  });

  it('shows markup as the text that it is', () => {
    const hostile = '<img src=x onerror=alert(1)> <script>alert(1)</script> https://example.com/"onmouseover="alert(1) <b>';
    const place = shown(hostile);
    expect(place.textContent).toBe(hostile);
    expect([...place.querySelectorAll('*')].map((element) => element.tagName)).toEqual(['A']);
    expect(place.querySelector('a')?.getAttributeNames().sort()).toEqual(['href', 'rel', 'target']);
    expect(place.querySelector('a')?.getAttribute('href')).toBe('https://example.com/');
  });

  it('lets a link know nothing of the page that it leaves', () => {
    const link = shown('https://example.com').querySelector('a');
    expect(link?.rel).toContain('noopener');
    expect(link?.target).toBe('_blank');
  });

  it('reads a hundred thousand brackets in no time', () => {
    const started = performance.now();
    stretchesOf(`https://example.com/${')'.repeat(100_000)}`);
    stretchesOf('https://'.repeat(12_500));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
