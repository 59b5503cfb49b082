import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { server } from '@/shared/api/client';
import { useNeeded } from '@/shared/ui/custom/forms';
import { ChoiceInput } from '@/shared/ui/inputs/ChoiceInput';
import { DateInput } from '@/shared/ui/inputs/DateInput';
import { Kept } from './Kept';
import s from './people.module.css';

export const fileFields = ['gradeId', 'birthday', 'hobbies', 'strengths', 'skills', 'careerGoal'];

/** Grade, birthday, and what he likes, is good at and wants to become. */
export function FileFields() {
  const { t } = useTranslation('organization');
  const needed = useNeeded('person');
  const { data } = server.useQuery('get', '/api/grades');
  return (
    <>
      <div className={s.pair}>
        <Form.Item name="gradeId" label={t('people.grade')} required={needed('gradeId')}>
          <ChoiceInput options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="birthday" label={t('people.birthday')} required={needed('birthday')}>
          <Kept>
            <DateInput />
          </Kept>
        </Form.Item>
      </div>
      <div className={s.pair}>
        <Form.Item name="hobbies" label={t('people.hobbies')} required={needed('hobbies')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="strengths" label={t('people.strengths')} required={needed('strengths')}>
          <Input autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="skills" label={t('people.skills')} required={needed('skills')}>
        <Input autoComplete="off" />
      </Form.Item>
      <Form.Item name="careerGoal" label={t('people.careerGoal')} required={needed('careerGoal')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  );
}
