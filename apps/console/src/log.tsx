import { Table, type TableColumnsType } from 'antd';
import { Answer } from './answer';
import { More, type usePages } from './pages';
import { Wide } from './wide';

interface LogProps<Entry> {
  pages: ReturnType<typeof usePages<Entry>>;
  label: string;
  /** What to say while nothing was entered. */
  teach: string;
  columns: TableColumnsType<Entry>;
}

/** Who did what and when, page after page; entries are only ever added. */
export function Log<Entry extends { id: string }>({ pages, label, teach, columns }: LogProps<Entry>) {
  return (
    <Answer query={pages} empty={{ when: (items) => items.length === 0, teach }}>
      {(items) => (
        <>
          <Wide label={label}>
            <Table<Entry> rowKey="id" dataSource={items} pagination={false} size="small" columns={columns} />
          </Wide>
          <More pages={pages} />
        </>
      )}
    </Answer>
  );
}
