import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/shared/ui/IconButton';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import s from '../approvals.module.css';
import { lates, type Node } from './model';

const most = 5;

/** What happens to a station nobody sees to, one limit after the other, in hours of the clock or of work. */
export function TimeLimits({ station }: { station: number }) {
  const { t } = useTranslation('approvals');
  const node = Form.useWatch<Node | undefined>(['route', station]);
  const policies = lates.map((value) => ({ value, label: t(`latePolicy.${value}`) }));
  const hoursBefore = (i: number) => Number((i === 0 ? node?.hours : node?.later?.[i - 1]?.hours) ?? 0);
  const later = node?.later ?? [];
  const last = later.length > 0 ? later[later.length - 1]?.late : node?.late;
  return (
    <>
      <div className={s.pair}>
        <Form.Item name={[station, 'hours']} label={t('rules.hours')}>
          <InputNumber min={1} max={8760} precision={0} placeholder={t('rules.noLimit')} style={{ width: '100%' }} />
        </Form.Item>
        {node?.hours ? (
          <Form.Item name={[station, 'late']} label={t('rules.late')}>
            <ChoiceInput clearable={false} options={policies} />
          </Form.Item>
        ) : null}
      </div>
      {node?.hours ? (
        <>
          <Form.List name={[station, 'later']}>
            {(fields, { add, remove }) => (
              <>
                {fields.map((field, i) => (
                  <div key={field.key} className={s.limit}>
                    <Form.Item
                      name={[field.name, 'hours']}
                      label={t('rules.thenHours')}
                      rules={[
                        { required: true },
                        {
                          validator: (_, value: number | null) =>
                            !value || value > hoursBefore(i)
                              ? Promise.resolve()
                              : Promise.reject(new Error(t('rules.ascend', { hours: hoursBefore(i) }))),
                        },
                      ]}
                    >
                      <InputNumber min={1} max={8760} precision={0} style={{ width: '100%' }} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'late']} label={t('rules.late')}>
                      <ChoiceInput clearable={false} options={policies} />
                    </Form.Item>
                    <IconButton
                      label={t('rules.removeLimit', { number: i + 2 })}
                      icon={<DeleteOutlined />}
                      onClick={() => remove(field.name)}
                    />
                  </div>
                ))}
                {fields.length < most && last !== 'Pass' && (
                  <Button
                    type="link"
                    size="small"
                    icon={<PlusOutlined />}
                    style={{ paddingInline: 0, marginBottom: 12 }}
                    onClick={() => add({ hours: hoursBefore(fields.length) * 2, late: 'Escalate' })}
                  >
                    {t('rules.addLimit')}
                  </Button>
                )}
              </>
            )}
          </Form.List>
          <Form.Item name={[station, 'workingHours']} valuePropName="checked" extra={t('rules.byWorkHelp')}>
            <Checkbox>{t('rules.byWork')}</Checkbox>
          </Form.Item>
        </>
      ) : null}
    </>
  );
}
