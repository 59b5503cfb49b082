import { Form, Input, Select, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ifMatch, server } from '@/shared/api/client';
import type { Body } from '@/shared/api/types';
import { useLanguage } from '@/shared/text/language';
import { PageForm } from '@/shared/ui/form/PageForm';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { toast } from '@/shared/ui/toast';

type Values = Body<'/api/company', 'put'>;

const monthNames = (language: string): string[] => {
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2026, month, 1))));
};

export default function CompanyPage() {
  const { t } = useTranslation('organization');
  const language = useLanguage();
  const { data, isPending, error, refetch } = server.useQuery('get', '/api/company');
  const edit = server.useMutation('put', '/api/company', { meta: { quiet: true } });
  return (
    <>
      <PageHead title={t('company.title')} />
      {isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {error && !data && <LoadFailed error={error} retry={refetch} />}
      {data && (
        <Panel>
          <div style={{ maxWidth: 480 }}>
            <PageForm<Values>
              name="company"
              initial={data}
              save={(values) => edit.mutateAsync({ body: values, headers: ifMatch(data.version) })}
              onSaved={() => toast.success(t('company.saved'))}
              reload={refetch}
            >
              <Form.Item name="name" label={t('company.name')} rules={[{ required: true }]}>
                <Input />
              </Form.Item>
              <Form.Item name="nameEn" label={t('company.nameEn')} rules={[{ required: true }]}>
                <Input />
              </Form.Item>
              <Form.Item name="timeZone" label={t('company.timeZone')} extra={t('company.timeZoneHelp')}>
                <Select showSearch options={Intl.supportedValuesOf('timeZone').map((value) => ({ value }))} />
              </Form.Item>
              <Form.Item name="currency" label={t('company.currency')} rules={[{ required: true }]}>
                <Input maxLength={3} style={{ width: 120 }} />
              </Form.Item>
              <Form.Item
                name="fiscalYearStart"
                label={t('company.fiscalYearStart')}
                extra={t('company.fiscalYearStartHelp')}
              >
                <Select options={monthNames(language).map((label, i) => ({ value: i + 1, label }))} />
              </Form.Item>
              <Form.Item name="calendar" label={t('company.calendar')} extra={t('company.calendarHelp')}>
                <Select
                  options={(['China', 'Weekdays'] as const).map((value) => ({
                    value,
                    label: t(`company.calendars.${value}`),
                  }))}
                />
              </Form.Item>
            </PageForm>
          </div>
        </Panel>
      )}
    </>
  );
}
