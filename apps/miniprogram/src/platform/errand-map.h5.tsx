import { isInside, project, unproject } from '../core/map';
import { classes } from './element.props';
import type { ErrandMapProps } from './errand-map.props';

/**
 * Drawn by us: distances and directions, no tiles of strangers who would learn where one is. The phone's own map is
 * one tap away for the streets.
 */
export function ErrandMap(props: ErrandMapProps) {
  const { frame, label, me, way, groups, chosen, many, onChoose, onTap } = props;
  const line = way.map((spot) => project(frame, spot)).map(({ x, y }) => `${x * 100},${y * 100}`);
  const here = me && project(frame, me);
  return (
    <div
      className="map"
      role="group"
      aria-label={label}
      onClick={({ clientX, clientY, currentTarget }) => {
        const box = currentTarget.getBoundingClientRect();
        const x = (clientX - box.left) / box.width;
        const y = (clientY - box.top) / box.height;
        onTap(unproject(frame, { x, y }));
      }}
    >
      <svg className="map-lines" viewBox="0 0 100 100" aria-hidden="true">
        <circle cx="50" cy="50" r="16.67" />
        <circle cx="50" cy="50" r="33.33" />
        <circle cx="50" cy="50" r="50" />
        <path d="M50 0V100M0 50H100" />
        {line.length > 1 && <polyline className="map-way" points={line.join(' ')} />}
      </svg>
      {here && isInside(here) && (
        <span
          className="map-me"
          aria-hidden="true"
          style={{ left: `${here.x * 100}%`, top: `${here.y * 100}%` }}
        />
      )}
      {groups.map((group) => {
        const [first] = group;
        if (!first) return null;
        const { x, y } = project(frame, first.point);
        const ids = group.map(({ id }) => id);
        return (
          <button
            key={first.id}
            type="button"
            className={classes('bare map-pin', ids.some((id) => chosen.includes(id)) && 'is-chosen')}
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            aria-label={group.length > 1 ? many(group.length) : first.label}
            aria-pressed={ids.some((id) => chosen.includes(id))}
            onClick={(event) => {
              event.stopPropagation();
              onChoose(ids);
            }}
          >
            {group.length}
          </button>
        );
      })}
    </div>
  );
}
