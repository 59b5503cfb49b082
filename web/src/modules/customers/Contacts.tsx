import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import type { Reply } from '@/shared/api/types';
import { confirmed } from '@/shared/ui/confirm';
import { Day } from '@/shared/ui/figures/Texts';
import { IconButton } from '@/shared/ui/IconButton';
import { toast } from '@/shared/ui/toast';
import { ContactForm } from './ContactForm';
import { Covered } from './Covered';
import s from './customers.module.css';
import { dayText } from './days';

export type Contact = Reply<'/api/customers/{id}/contacts'>['items'][number];

/** The people at a customer, with what they say in the decision and their days. */
export function Contacts({ customer }: { customer: string }) {
  const { t } = useTranslation(['customers', 'shared']);
  const [editing, setEditing] = useState<Contact | 'new' | null>(null);
  const { data, isPending, refetch } = server.useQuery('get', '/api/customers/{id}/contacts', {
    params: { path: { id: customer } },
  });
  return (
    <section className={s.section}>
      <header>
        <h2>{t('contacts.title')}</h2>
        {data?.can.includes('add') && (
          <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {t('contacts.add')}
          </Button>
        )}
      </header>
      {isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      {data?.total === 0 && <p className="muted">{t('contacts.none')}</p>}
      <ul className={s.contacts}>
        {data?.items.map((contact) => (
          <ContactCard key={contact.id} contact={contact} edit={() => setEditing(contact)} />
        ))}
      </ul>
      {editing && (
        <ContactForm
          customer={customer}
          contact={editing === 'new' ? null : editing}
          reload={refetch}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  );
}

function ContactCard({ contact, edit }: { contact: Contact; edit: () => void }) {
  const { t } = useTranslation(['customers', 'shared']);
  const remove = server.useMutation('delete', '/api/customer-contacts/{id}');
  const full = server.useMutation('post', '/api/customer-contacts/{id}/reveal');
  const reveal = (field: 'Mobile' | 'Email') =>
    contact.can.includes('reveal')
      ? () => full.mutateAsync({ params: { path: { id: contact.id } }, body: { field } })
      : undefined;
  const onRemove = async () => {
    const question = {
      title: t('contacts.removeAsk', { name: contact.name }),
      text: t('contacts.removeText'),
      yes: t('shared:remove'),
      danger: true,
    };
    if (!(await confirmed(question))) return;
    await remove.mutateAsync({ params: { path: { id: contact.id } } });
    toast.success(t('contacts.removed', { name: contact.name }));
  };
  const place = [contact.department, contact.position].filter(Boolean).join(' ');
  return (
    <li data-left={contact.hasLeft}>
      <div>
        <b>{contact.name}</b>
        {place && <span className="muted">{place}</span>}
        {contact.role && <span className={s.role}>{t(`contacts.roles.${contact.role}`)}</span>}
        {contact.hasLeft && <span className="muted">{t('contacts.left')}</span>}
        <span className={s.tools}>
          {contact.can.includes('edit') && (
            <IconButton label={t('contacts.edit', { name: contact.name })} icon={<EditOutlined />} onClick={edit} />
          )}
          {contact.can.includes('delete') && (
            <IconButton
              label={t('shared:remove')}
              icon={<DeleteOutlined />}
              onClick={() => onRemove().catch(() => undefined)}
            />
          )}
        </span>
      </div>
      <div className={s.reach}>
        {contact.mobile && <Covered value={contact.mobile} link="tel" reveal={reveal('Mobile')} />}
        {contact.phone && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
        {contact.email && <Covered value={contact.email} link="mailto" reveal={reveal('Email')} />}
      </div>
      {contact.days.map((day) => (
        <div key={`${day.kind} ${day.month} ${day.day}`} className="muted">
          {day.name ?? t(`contacts.kinds.${day.kind}`)} {dayText(day, t)}
          {day.nextOn && (
            <>
              {' · '}
              {t('contacts.next')} <Day value={day.nextOn} />
              {day.years != null && t('contacts.years', { count: day.years })}
            </>
          )}
        </div>
      ))}
      {(contact.hobbies || contact.strengths) && (
        <div className="muted">
          {[
            contact.hobbies && t('contacts.likes', { what: contact.hobbies }),
            contact.strengths && t('contacts.strong', { what: contact.strengths }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      )}
      {contact.remark && <div className={s.remark}>{contact.remark}</div>}
    </li>
  );
}
