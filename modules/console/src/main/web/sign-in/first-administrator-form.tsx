import { useTranslation } from 'react-i18next';
import { createFirstAdministrator } from '../api/access';
import { newPassword } from './new-password';
import { type Field, OneTimeForm } from './one-time-form';

export function FirstAdministratorForm({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { t } = useTranslation();
  const fields: Field<'name' | 'email' | 'password'>[] = [
    {
      name: 'name',
      type: 'text',
      label: t('welcome.name'),
      description: t('welcome.nameHint'),
      autoComplete: 'name',
      fault: (value) => (value.trim() ? null : t('welcome.nameMissing')),
    },
    {
      name: 'email',
      type: 'email',
      label: t('welcome.email'),
      autoComplete: 'username',
      fault: (value) => (/^\S+@\S+$/.test(value.trim()) ? null : t('welcome.emailInvalid')),
    },
    newPassword(t('welcome.password'), t('welcome.passwordRule')),
  ];
  return (
    <OneTimeForm
      fields={fields}
      submitLabel={t('welcome.submit')}
      send={({ name, email, password }) =>
        createFirstAdministrator({ token, name: name.trim(), email: email.trim(), password })
      }
      onSignedIn={onSignedIn}
    />
  );
}
