import { asked } from '../core/asked';
import { go } from '../core/go';
import { session } from '../core/session';
import { useStore } from '../core/store';
import { useWords } from '../core/words';
import { Card, Line } from '../kit/pieces';

/** Everything that is not needed at a red light. */
export function MeTab() {
  const tell = useWords();
  const current = useStore(session);
  const waiting = useStore(asked);
  const isResident = current.state !== 'out' && current.grant.role === 'resident';
  return (
    <>
      {!isResident && (
        <Card>
          <Line onPress={() => go('duty', {})}>{tell('duty.title')}</Line>
          <Line aside={waiting > 0 ? waiting : undefined} onPress={() => go('alerts', {})}>
            {tell('alerts.title')}
          </Line>
          <Line onPress={() => go('hazard', {})}>{tell('hazard.title')}</Line>
          <Line onPress={() => go('register', {})}>{tell('register.title')}</Line>
          <Line onPress={() => go('portrait', {})}>{tell('open.portrait')}</Line>
          <Line onPress={() => go('conduct', {})}>{tell('open.conduct')}</Line>
        </Card>
      )}
      <Card>
        <Line onPress={() => go('family', {})}>{tell('family.title')}</Line>
        <Line onPress={() => go('links', {})}>{tell('open.links')}</Line>
        {isResident && <Line onPress={() => go('goods', {})}>{tell('open.goods')}</Line>}
        {isResident && <Line onPress={() => go('gifts', {})}>{tell('gifts.title')}</Line>}
        {isResident && <Line onPress={() => go('hazard', {})}>{tell('hazard.title')}</Line>}
      </Card>
      <Card>
        <Line onPress={() => go('privacy', {})}>{tell('open.privacy')}</Line>
        <Line onPress={() => go('reveals', {})}>{tell('reveals.title')}</Line>
        <Line onPress={() => go('settings', {})}>{tell('settings.title')}</Line>
        <Line onPress={() => go('gallery', {})}>{tell('gallery.title')}</Line>
      </Card>
    </>
  );
}
