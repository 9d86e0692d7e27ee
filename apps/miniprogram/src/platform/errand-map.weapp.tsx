import { Map, View } from '@tarojs/components';
import type { ErrandMapProps } from './errand-map.props';

/** Metres a pixel at scale 0, on the equator (Web Mercator). */
const metresAtZero = 156_543;
const widthPixels = 351;

/** WeChat's own map. */
export function ErrandMap(props: ErrandMapProps) {
  const { frame, label, me, way, groups, many, onChoose, onTap } = props;
  const { longitude, latitude } = frame.centre;
  const across =
    (widthPixels * metresAtZero * Math.cos((latitude * Math.PI) / 180)) / (2 * frame.radiusMetres);
  const markers = groups.flatMap((group, index) => {
    const [first] = group;
    if (!first) return [];
    const name = group.length > 1 ? many(group.length) : first.label;
    const callout = {
      content: name,
      color: '#07503f',
      bgColor: '#dff0ea',
      fontSize: 14,
      anchorX: 0,
      anchorY: 0,
      borderRadius: 8,
      borderWidth: 0,
      borderColor: '#0a6650',
      padding: 6,
      display: 'ALWAYS' as const,
      textAlign: 'center' as const,
    };
    return [{ id: index, ...first.point, iconPath: '', width: 24, height: 32, ariaLabel: name, callout }];
  });
  const choose = (index: number | string) => onChoose((groups[Number(index)] ?? []).map(({ id }) => id));
  return (
    <View ariaLabel={label}>
      <Map
        className="map"
        longitude={longitude}
        latitude={latitude}
        scale={Math.min(20, Math.max(3, Math.log2(across)))}
        showLocation={me !== undefined}
        markers={markers}
        polyline={way.length > 1 ? [{ points: [...way], color: '#0a6650', width: 4, dottedLine: true }] : []}
        onMarkerTap={({ detail }) => choose(detail.markerId)}
        onCalloutTap={({ detail }) => choose(detail.markerId)}
        onTap={({ detail }) => {
          const spot = detail as unknown as { longitude?: number; latitude?: number };
          if (spot.longitude !== undefined && spot.latitude !== undefined)
            onTap({ longitude: spot.longitude, latitude: spot.latitude });
        }}
        onError={() => undefined}
      />
    </View>
  );
}
