import { useEffect, useRef, useState } from 'react';

/** Whether an editor is open; when it closes, the keyboard goes back to the button that opened it. */
export function useEditing() {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);

  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus();
    wasEditing.current = editing;
  }, [editing]);

  return { editing, button, open: () => setEditing(true), close: () => setEditing(false) };
}
