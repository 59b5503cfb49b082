import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMenu } from '../menu';
import s from './KeyboardHelp.module.css';

const general = [
  ['Ctrl K', 'palette'],
  ['/', 'search'],
  ['c', 'create'],
  ['↑ ↓', 'arrows'],
  ['Enter', 'open'],
  ['Space', 'select'],
  ['Ctrl Enter', 'save'],
  ['Esc', 'close'],
  ['?', 'help'],
] as const;

export default function KeyboardHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['app', 'shared']);
  const goTo = useMenu().entries.filter((entry) => entry.go);
  return (
    <Modal open onCancel={onClose} footer={null} width={640} title={t('keys.title')}>
      <div className={s.columns}>
        <dl>
          {general.map(([keys, what]) => (
            <div key={what}>
              <dt>{t(`keys.${what}`)}</dt>
              <dd>
                <Keys keys={keys} />
              </dd>
            </div>
          ))}
        </dl>
        <dl>
          {goTo.map((entry) => (
            <div key={entry.path}>
              <dt>{t('keys.goTo', { page: t(`shared:menu.${entry.title}`) })}</dt>
              <dd>
                <Keys keys={`g ${entry.go}`} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </Modal>
  );
}

const Keys = ({ keys }: { keys: string }) => keys.split(' ').map((key) => <kbd key={key}>{key}</kbd>);
