import { say, wireOperations, wireSignIn } from './bar.js';
import { createFetcher } from './fetcher.js';
import { ask, Session } from './session.js';
import { storageFor } from './storage.js';

// GraphiQL's dialogs add a style element; the page's policy lets it through by this nonce alone.
window.__webpack_nonce__ = document.body.dataset.styleNonce;

const { createElement: h } = React;
const { useEditorContext } = GraphiQL.React;
const root = ReactDOM.createRoot(document.getElementById('graphiql'));
const session = new Session();
/** Opens an operation in a new tab of GraphiQL; undefined while nobody is signed in. */
let openInTab;

/** Sits where GraphiQL has its logo, because only inside of it can one reach its tabs. */
function TabOpener() {
  const editor = useEditorContext({ nonNull: true });
  const { queryEditor } = editor;
  // The comment on top of each saved operation is a sentence, to be read to its end.
  React.useEffect(() => queryEditor?.setOption('lineWrapping', true), [queryEditor]);
  React.useEffect(() => {
    openInTab = ({ query, variables }) => {
      ReactDOM.flushSync(() => editor.addTab());
      queryEditor?.setValue(query);
      editor.variableEditor?.setValue(variables);
    };
    return () => {
      openInTab = undefined;
    };
  });
  return null;
}

function Welcome() {
  const has = (id) => document.getElementById(id);
  return h(
    'section',
    { className: 'hub-welcome' },
    h('h2', null, 'Personne n’est connecté'),
    h(
      'p',
      null,
      has('account')
        ? 'Choisissez un compte de démonstration dans la barre du haut : vous verrez le hub comme cette personne le voit, ni plus, ni moins.'
        : has('login')
          ? 'Connectez-vous en haut avec votre compte professionnel.'
          : 'Collez en haut le jeton d’accès que vous a donné votre fournisseur d’identité.',
    ),
    h(
      'p',
      null,
      'La connexion ne vaut que pour cet onglet. Ouvrez-en un second pour être deux personnes à la fois : l’une envoie une orientation, l’autre la voit arriver.',
    ),
  );
}

/** What an operation is when it is opened: with a key of its own and today's date. */
function prepared({ document, variables }) {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  const key = bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const today = new Date().toLocaleDateString('sv-SE');
  const text = variables ? JSON.stringify(variables, null, 2) : '';
  return { query: document, variables: text.replaceAll('{uuid}', key).replaceAll('{today}', today) };
}

let current;
let storage;
function show(operations) {
  current?.dispose();
  storage?.close();
  current = session.identity && createFetcher(session, say);
  storage = storageFor(session.identity);
  const wanted = operations.find(({ anchor }) => anchor && location.hash === `#${anchor}`) ?? operations[0];
  const first = wanted && prepared(wanted);
  root.render(
    current
      ? h(
          GraphiQL,
          {
            // Another person gets another GraphiQL: no answer of the one before stays on the screen.
            key: crypto.getRandomValues(new Uint32Array(1))[0],
            fetcher: current.fetcher,
            storage,
            defaultTabs: first ? [first] : undefined,
            defaultQuery: '# Écrivez ici, ou choisissez une opération dans la barre du haut.\n',
            isHeadersEditorEnabled: false,
            showPersistHeadersSettings: false,
            defaultEditorToolsVisibility: 'variables',
            forcedTheme: 'light',
          },
          h(GraphiQL.Logo, null, h(TabOpener)),
        )
      : h(Welcome),
  );
}

const { answer } = await ask(`graphiql/${document.body.dataset.version}/operations.json`, {
  cache: 'default',
}).catch((error) => ({ answer: say(error.message, true) }));
const operations = answer ?? [];
session.addEventListener('change', () => show(operations));
wireOperations(operations, (operation) => openInTab?.(prepared(operation)));
wireSignIn(session);
show(operations);
