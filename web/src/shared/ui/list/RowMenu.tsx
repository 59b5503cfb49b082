import { EllipsisOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../IconButton';
import type { RowAction } from './DataTable';

/** The "…" of a row. A hundred closed menus would cost more than the table: one is made when it is asked for. */
export function RowMenu({ actions }: { actions: () => RowAction[] }) {
  const { t } = useTranslation('shared');
  const [open, setOpen] = useState(false);
  const button = <IconButton label={t('list.actions')} icon={<EllipsisOutlined />} aria-haspopup="menu" />;
  if (!open) return <span onClickCapture={() => setOpen(true)}>{button}</span>;
  return (
    <Dropdown open onOpenChange={setOpen} trigger={['click']} placement="bottomRight" menu={{ items: actions() }}>
      {button}
    </Dropdown>
  );
}
