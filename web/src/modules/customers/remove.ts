import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { confirmed } from '@/shared/ui/confirm';
import { toast } from '@/shared/ui/toast';

/** Asks first; true when the customer is gone. */
export function useRemoveCustomer() {
  const { t } = useTranslation(['customers', 'shared']);
  const remove = server.useMutation('delete', '/api/customers/{id}');
  return async ({ id, name }: { id: string; name: string }): Promise<boolean> => {
    const question = { title: t('removeAsk', { name }), text: t('removeText'), yes: t('shared:remove'), danger: true };
    if (!(await confirmed(question))) return false;
    await remove.mutateAsync({ params: { path: { id } } });
    toast.success(t('removed', { name }));
    return true;
  };
}
