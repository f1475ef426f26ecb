import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pinAttribute, releaseAttribute } from '../api/attributes';
import { keys } from '../api/keys';
import type { Attribute, KeptValue, Known, Subject } from '../api/types';
import { refreshConcerned } from '../live/refresh-concerned';
import { complain } from '../ui/complain';

/** Shows one source's value whatever the others say, or, for null, lets them decide again. */
export function useDecision(
  subject: Subject,
  field: Pick<Attribute, 'key' | 'name'>,
  version: Known<string>,
) {
  const { t } = useTranslation();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (held: KeptValue | null) =>
      held ? pinAttribute(subject, field.key, held, version) : releaseAttribute(subject, field.key, version),
    onError: (error) => complain(t('story.notDecided', { name: field.name }), error, t),
    onSettled: async () => {
      // Name, e-mail and phone stand in lists and headings, too.
      await refreshConcerned(client, subject, subject.kind === 'contact' ? 'contact' : 'attributes');
      await client.invalidateQueries({ queryKey: keys.story(subject, field.key) });
    },
  });
}
