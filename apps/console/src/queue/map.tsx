import { memo } from 'react';
import { useText } from '../language';
import type { MapDrawing, PlacedCell, PlacedSite } from './map.drawing';

/** What is said of a cell to whoever hears it or points at it. */
export function useSaid(): (cell: PlacedCell) => string {
  const t = useText();
  return ({ name, cell: { openErrands, unclaimedErrands, onDuty } }) =>
    [
      t(`${name} 格：开放任务 ${openErrands}`, `Square ${name}: ${openErrands} open`),
      ...(unclaimedErrands > 0
        ? [t(`其中无人接单 ${unclaimedErrands}`, `${unclaimedErrands} of them unclaimed`)]
        : []),
      ...(onDuty ? [t(`在岗 ${onDuty} 人`, `${onDuty} on duty`)] : []),
    ].join(t('，', ', '));
}

/** The line of the table that says the same as a square of the map. */
export const lineOf = (name: string) => `square-${name}`;

/** Squares with open errands, courier sites, and rings where many are on duty; each square leads to its line. */
export const MapOfErrands = memo(function MapOfErrands({ drawing }: { drawing: MapDrawing }) {
  const t = useText();
  const { width, height, cells, sites } = drawing;
  const size = Math.min(260, Math.max(width, height) / 36);
  const margin = size * 1.6;
  const most = Math.max(1, ...cells.map(({ cell }) => cell.openErrands));
  return (
    <svg
      viewBox={`${-margin} ${-margin} ${width + margin} ${height + margin}`}
      role="group"
      aria-label={t('开放任务与在岗志愿者地图', 'Map of open errands and volunteers on duty')}
      style={{ fontSize: size }}
    >
      <rect className="sea" width={width} height={height} />
      <Axes drawing={drawing} offset={margin / 2} />
      {cells.map((placed) => (
        <Square key={placed.name} placed={placed} drawing={drawing} share={placed.cell.openErrands / most} />
      ))}
      {sites.map((site) => (
        <SiteMark key={site.id} site={site} size={size * 0.55} />
      ))}
      {cells.map((placed) => (
        <Numbers key={placed.name} placed={placed} size={size} />
      ))}
    </svg>
  );
});

function Axes({ drawing: { columns, rows }, offset }: { drawing: MapDrawing; offset: number }) {
  return (
    <g aria-hidden="true">
      {columns.map(({ text, at }) => (
        <text key={text} className="axis" x={at} y={-offset}>
          {text}
        </text>
      ))}
      {rows.map(({ text, at }) => (
        <text key={text} className="axis" x={-offset} y={at}>
          {text}
        </text>
      ))}
    </g>
  );
}

interface SquareProps {
  placed: PlacedCell;
  drawing: MapDrawing;
  /** Of the most errands in one square. */
  share: number;
}

function Square({ placed, drawing: { cellWidth, cellHeight }, share }: SquareProps) {
  const said = useSaid()(placed);
  const { name, x, y, cell } = placed;
  // No darker than words can be read on.
  const shade = `color-mix(in srgb, var(--accent) ${Math.round(share * 45)}%, var(--tint))`;
  return (
    <a href={`#${lineOf(name)}`} aria-label={said}>
      <title>{said}</title>
      <rect
        className="cell"
        x={x - cellWidth / 2}
        y={y - cellHeight / 2}
        width={cellWidth}
        height={cellHeight}
        style={cell.openErrands > 0 ? { fill: shade } : undefined}
      />
      {cell.onDuty && <circle className="crowd" cx={x} cy={y} r={cellHeight * 0.46} />}
    </a>
  );
}

/** Over the sites, which may lie in the same square. */
function Numbers({ placed: { x, y, cell }, size }: { placed: PlacedCell; size: number }) {
  const { openErrands, unclaimedErrands, onDuty } = cell;
  return (
    <g aria-hidden="true" style={{ strokeWidth: size / 5 }}>
      {openErrands > 0 && (
        <text x={x} y={onDuty ? y - size * 0.5 : y}>
          {unclaimedErrands > 0 ? `${openErrands}!` : openErrands}
        </text>
      )}
      {onDuty && (
        <text x={x} y={openErrands > 0 ? y + size * 0.6 : y} style={{ fontSize: size * 0.8 }}>
          ○{onDuty}
        </text>
      )}
    </g>
  );
}

function SiteMark({ site: { name, onDuty, x, y }, size }: { site: PlacedSite; size: number }) {
  const t = useText();
  return (
    <g aria-hidden="true">
      <path
        className={onDuty > 0 ? 'site manned' : 'site'}
        d={`M${x} ${y - size}L${x + size} ${y}L${x} ${y + size}L${x - size} ${y}Z`}
      >
        <title>{t(`${name}：在岗 ${onDuty} 人`, `${name}: ${onDuty} on duty`)}</title>
      </path>
      {onDuty > 0 && (
        <text x={x} y={y + size * 1.9} style={{ fontSize: size * 1.4, strokeWidth: size / 3 }}>
          {onDuty}
        </text>
      )}
    </g>
  );
}

/** What the signs of the map mean: shapes, so that nothing is told by colour alone. */
export function Signs() {
  const t = useText();
  const box = { viewBox: '0 0 20 20', 'aria-hidden': true } as const;
  return (
    <p className="signs quiet">
      <span>
        <svg {...box}>
          <rect className="cell" x="2" y="2" width="16" height="16" style={{ fill: 'var(--tint)' }} />
        </svg>{' '}
        {t(
          '约 500 米见方，数字为开放任务；“!”有无人接单的',
          '500 m square, number of open errands; “!” some are unclaimed',
        )}
      </span>
      <span>
        <svg {...box}>
          <circle className="crowd" cx="10" cy="10" r="8" />
        </svg>{' '}
        {t('格内在岗 5 人及以上', 'five or more on duty in it')}
      </span>
      <span>
        <svg {...box}>
          <path className="site manned" d="M10 2L18 10L10 18L2 10Z" />
        </svg>{' '}
        {t('站点，下为在岗人数', 'site, below it how many are on duty')}
      </span>
      <span>
        <svg {...box}>
          <path className="site" d="M10 2L18 10L10 18L2 10Z" />
        </svg>{' '}
        {t('站点，无人在岗', 'site, nobody on duty')}
      </span>
    </p>
  );
}
