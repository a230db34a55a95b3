import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { type Client, Provider } from 'urql';
import { useLanguage } from '../lib/language.js';
import { hubClient } from './client.js';
import type { Credentials } from './credentials.js';
import { type Connection, Live } from './live.js';

/** The connection of one membership to the hub. */
export interface Hub {
  readonly client: Client;
  readonly live: Live;
}

const Current = createContext<Hub | undefined>(undefined);

interface HubProviderProps {
  readonly credentials: Credentials;
  readonly onSessionEnd: () => void;
  readonly children: ReactNode;
}

/** Connects its children to the hub, as one membership. */
export function HubProvider({ credentials, onSessionEnd, children }: HubProviderProps) {
  const { language } = useLanguage();
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    const made = new Live(credentials, onSessionEnd);
    setLive(made);
    return () => made.close();
  }, [credentials, onSessionEnd]);
  const client = useMemo(
    () => hubClient(credentials, language, onSessionEnd),
    [credentials, language, onSessionEnd],
  );
  const hub = useMemo(() => live && { client, live }, [client, live]);
  return (
    hub && (
      <Current value={hub}>
        <Provider value={client}>{children}</Provider>
      </Current>
    )
  );
}

export function useHub(): Hub {
  const hub = useContext(Current);
  if (!hub) throw new Error('useHub outside of HubProvider');
  return hub;
}

/** Whether the connection is lost: nothing can be saved. */
export function useIsOffline(): boolean {
  return useConnection().state === 'lost';
}

/** The state of the live connection. */
export function useConnection(): Connection {
  const { live } = useHub();
  return useSyncExternalStore(live.watch, live.connection);
}
