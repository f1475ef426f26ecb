import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from '../../../test/render';
import { session } from '../../../test/samples';
import { SessionInformation } from './session-information';

function fact(name: string): string | null | undefined {
  return screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent;
}

test('place, device and way are told in words', () => {
  show(<SessionInformation session={session()} />);
  expect(fact('Country')).toBe('Vietnam');
  expect(fact('City')).toBe('Huế');
  expect(fact('Device')).toBe('Phone · Pixel 9');
  expect(fact('Browser')).toBe('Chrome Mobile 143');
  expect(fact('Language')).toBe('Vietnamese');
  expect(fact('Came from')).toBe('Directly');
  expect(screen.getByRole('link', { name: 'shop.example/cart' })).toHaveAttribute(
    'rel',
    expect.stringContaining('noreferrer'),
  );
});

test('not known differs from still being looked up', () => {
  show(
    <SessionInformation
      session={session({
        region: null,
        city: null,
        device: null,
        os: null,
        pending: ['city', 'deviceName'],
      })}
    />,
  );
  expect(fact('Region')).toBe('Not known');
  expect(fact('City')).toBe('Looking up…');
  expect(fact('Device')).toBe('Looking up…');
  expect(fact('Operating system')).toBe('Not known');
});

test('a guessed country says that it is a guess', () => {
  show(<SessionInformation session={session({ estimated: true, region: null, city: null })} />);
  expect(fact('Country')).toBe('Vietnamestimated');
});

test('an address that is none of the web is no link', () => {
  show(<SessionInformation session={session({ referrer: 'javascript:alert(1)', currentPage: null })} />);
  expect(screen.queryByRole('link')).not.toBeInTheDocument();
});

test('a time zone that the browser does not know does no harm', () => {
  show(<SessionInformation session={session({ timeZone: 'Mars/Olympus_Mons' })} />);
  expect(fact('Time zone')).toBe('Mars/Olympus Mons');
});

test('what has changed since the session before is told in a sentence', () => {
  show(
    <SessionInformation
      session={session({
        others: 2,
        before: { country: { code: 'DE', name: 'Germany' }, device: { type: 'desktop' } },
      })}
    />,
  );
  expect(screen.getByText('The country has changed since the session before: it was Germany.')).toBeVisible();
  expect(screen.getByText('The device has changed since the session before: it was Computer.')).toBeVisible();
  expect(fact('Visits')).toBe('32 others in this conversation');
});

test('a first session says nothing of others', () => {
  show(<SessionInformation session={session()} />);
  expect(screen.queryByText(/changed since/)).not.toBeInTheDocument();
  expect(fact('Visits')).toBe('3');
});
