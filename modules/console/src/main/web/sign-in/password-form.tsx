import { useTranslation } from 'react-i18next';
import { setPassword } from '../api/access';
import { newPassword } from './new-password';
import { OneTimeForm } from './one-time-form';

export function PasswordForm({ token, onSignedIn }: { token: string; onSignedIn: () => void }) {
  const { t } = useTranslation();
  return (
    <OneTimeForm
      fields={[newPassword(t('join.password'), t('join.passwordRule'))]}
      submitLabel={t('join.submit')}
      send={({ password }) => setPassword(token, password)}
      onSignedIn={onSignedIn}
    />
  );
}
