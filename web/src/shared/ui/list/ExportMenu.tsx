import { DownloadOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { getAt } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { IconButton } from '../IconButton';
import { type ListState, listQuery } from './listState';

interface ExportMenuProps {
  address: string;
  /** As it is narrowed and sorted; absent: as the server gives it. */
  state?: ListState;
  fixed?: Record<string, string>;
  /** None are all. */
  columns?: string[];
}

/** The whole list as it is narrowed and sorted now, with the columns on screen. */
export function ExportMenu({ address, state, fixed, columns = [] }: ExportMenuProps) {
  const { t } = useTranslation('shared');
  const may = useCan('platform.export');
  // Fetched and not linked: a refusal must show as a message, not as a file, and in the language on screen.
  const download = useMutation({
    mutationFn: async (format: string) => {
      const { page: _page, size: _size, ...query } = state ? listQuery(state) : {};
      const search = new URLSearchParams({ ...fixed, ...query, format, columns: columns.join(',') });
      const response = await getAt(`${address}/export?${search}`);
      saveFile(await response.blob(), fileName(response) ?? `export.${format}`);
    },
  });
  if (!may) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: t('export.xlsx') },
          { key: 'csv', label: t('export.csv') },
        ],
        onClick: ({ key }) => download.mutate(key),
      }}
    >
      <IconButton
        label={download.isPending ? t('export.running') : t('export.title')}
        icon={<DownloadOutlined />}
        disabled={download.isPending}
      />
    </Dropdown>
  );
}

/** RFC 6266: the encoded name is the one with Chinese in it. */
export function fileName(response: Response): string | undefined {
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return encoded ? decodeURIComponent(encoded) : /filename="?([^";]+)"?/i.exec(disposition)?.[1];
}

function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
