import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { show } from '../../../test/render';
import { ConnectionBar } from './connection-bar';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const bar = () => screen.queryByText(/Reconnecting/);

test('a hiccup is not worth a word, more than two seconds are', () => {
  show(<ConnectionBar connected={false} />);
  act(() => void vi.advanceTimersByTime(1999));
  expect(bar()).not.toBeInTheDocument();
  act(() => void vi.advanceTimersByTime(2));
  expect(bar()).toBeInTheDocument();
});

test('nothing is said while connected', () => {
  show(<ConnectionBar connected />);
  act(() => void vi.advanceTimersByTime(10_000));
  expect(bar()).not.toBeInTheDocument();
});
