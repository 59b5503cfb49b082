import { ImportOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Skeleton, Tree } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { server } from '@/shared/api/client';
import { useCan } from '@/shared/api/session';
import { EmptyState } from '@/shared/ui/EmptyState';
import { useOpenRecord } from '@/shared/ui/form/useOpenRecord';
import { useHotkeys } from '@/shared/ui/hotkeys';
import { LoadFailed } from '@/shared/ui/LoadFailed';
import { useIsPhone } from '@/shared/ui/media';
import { PageHead } from '@/shared/ui/PageHead';
import { Panel } from '@/shared/ui/Panel';
import { NodeFigures } from './NodeFigures';
import { TerritoryDrawer } from './TerritoryDrawer';
import { TerritoryForm } from './TerritoryForm';
import { TerritoryNav } from './TerritoryNav';
import s from './territories.module.css';
import { matching, type TerritoryNode, treeOf, useTerritories } from './tree';

/** The whole tree, and who answers for each territory today. */
export default function TerritoriesPage() {
  const { t } = useTranslation('territories');
  const navigate = useNavigate();
  const isPhone = useIsPhone();
  const record = useOpenRecord();
  const creating = useOpenRecord('create');
  const mayEdit = useCan('territories.edit');
  const [typed, setTyped] = useState('');
  const { data, isPending, error, refetch } = useTerritories();
  const maySee = useCan('territories.market') && !isPhone;
  const { data: told } = server.useQuery('get', '/api/territory-figures', {}, { enabled: maySee });
  const figures = told && maySee ? new Map(told.items.map((line) => [line.id, line])) : undefined;
  const searchRef = useRef<InputRef>(null);
  useHotkeys({
    '/': () => searchRef.current?.focus({ cursor: 'all' }),
    c: mayEdit ? () => creating.open('new') : undefined,
  });
  const nodes = matching(treeOf(data ?? []), typed);
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          mayEdit && (
            <>
              {!isPhone && (
                <Button icon={<ImportOutlined />} onClick={() => navigate('/imports/new?kind=territories')}>
                  {t('import')}
                </Button>
              )}
              <Button type="primary" icon={<PlusOutlined />} onClick={() => creating.open('new')}>
                {t('create')}
              </Button>
            </>
          )
        }
      />
      <TerritoryNav />
      <Panel className={s.panel}>
        <search className={s.search}>
          <Input
            ref={searchRef}
            allowClear
            prefix={<SearchOutlined />}
            placeholder={t('search')}
            aria-label={t('search')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </search>
        {isPending && <Skeleton active title={false} paragraph={{ rows: 12 }} />}
        {error && !data && <LoadFailed error={error} retry={refetch} />}
        {data && nodes.length === 0 && <EmptyState text={typed ? t('noMatch') : t('empty')} />}
        {nodes.length > 0 && (
          <>
            <div className={s.head} data-figures={!!figures}>
              <span>{t('name')}</span>
              <span>{t('number')}</span>
              <span>{t('holder')}</span>
              {figures && (
                <>
                  <span>{t('capacity')}</span>
                  <span>{t('ownShare')}</span>
                  <span>{t('customersCount')}</span>
                  <span>{t('loadIndex')}</span>
                  <span>{t('changing')}</span>
                </>
              )}
            </div>
            <Tree<TerritoryNode>
              // Anew with each search, so that all that matches stands open.
              key={typed.trim()}
              aria-label={t('title')}
              blockNode
              defaultExpandAll
              treeData={nodes}
              selectedKeys={record.id ? [record.id] : []}
              onSelect={(_keys, { node }) => record.open(node.key)}
              titleRender={({ territory }) => (
                <span className={s.node} data-figures={!!figures}>
                  <span>{territory.name}</span>
                  <span className="number">{territory.number}</span>
                  <span>{territory.holderName ?? '–'}</span>
                  {figures && <NodeFigures line={figures.get(territory.id)} />}
                </span>
              )}
            />
          </>
        )}
      </Panel>
      {record.id && <TerritoryDrawer id={record.id} all={data ?? []} onClose={record.close} />}
      {creating.id === 'new' && mayEdit && <TerritoryForm all={data ?? []} onClose={creating.close} />}
    </>
  );
}
