import { useNavigate } from '@tanstack/react-router';
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { roleWords } from '../../copy/roles.js';
import { shellWords } from '../../copy/shell.js';
import { type FragmentType, graphql, read } from '../../hub/gql/index.js';
import { Button } from '../../kit/button.js';
import { Hidden } from '../../kit/hidden.js';
import { useLanguage, useWords } from '../../lib/language.js';
import { hubAddress } from '../../lib/settings.js';
import { signOut } from '../session/account.js';
import { useSession } from '../session/session.js';
import css from './account-menu.module.css';
import { nextTheme, useTheme } from './theme.js';

const AccountMenuViewer = graphql(/* GraphQL */ `
  fragment AccountMenu_Viewer on Viewer {
    role
    member {
      name
    }
    partner {
      name
    }
    memberships {
      id
    }
  }
`);

interface AccountMenuProps {
  readonly viewer: FragmentType<typeof AccountMenuViewer> | undefined;
  readonly onHelp: () => void;
}

/** Who is signed in, and what concerns the account and the device. */
export function AccountMenu({ viewer: masked, onHelp }: AccountMenuProps) {
  const viewer = read(AccountMenuViewer, masked);
  const { session, changeRole } = useSession();
  const text = useWords(shellWords);
  const roles = useWords(roleWords);
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useTheme();
  const navigate = useNavigate();
  const token = session.state === 'signedIn' ? session.credentials.token : undefined;
  return (
    <MenuTrigger>
      <Button kind="plain">
        <Hidden>{text.account} : </Hidden>
        <span className={css.who}>
          <strong>{viewer?.member.name ?? '…'}</strong>
          <span>{viewer && `${viewer.partner.name} · ${roles[viewer.role]}`}</span>
        </span>
        <span aria-hidden="true">▾</span>
      </Button>
      <Popover className={css.popover ?? ''} placement="bottom end">
        <Menu className={css.menu ?? ''} aria-label={text.account}>
          <MenuSection aria-label={text.theme}>
            <MenuItem className={css.item ?? ''} onAction={() => setTheme(nextTheme(theme))}>
              {text.theme} : {text.themes[theme]}
            </MenuItem>
            <MenuItem className={css.item ?? ''} onAction={() => choose(language === 'fr' ? 'en' : 'fr')}>
              {text.otherLanguage}
            </MenuItem>
            <MenuItem className={css.item ?? ''} onAction={() => void navigate({ to: '/preferences' })}>
              {text.preferences}
            </MenuItem>
            <MenuItem className={css.item ?? ''} onAction={onHelp}>
              {text.help}
            </MenuItem>
            <MenuItem className={css.item ?? ''} href={hubAddress('graphiql')} target="_blank">
              {text.developers}
            </MenuItem>
          </MenuSection>
          <Separator className={css.separator ?? ''} />
          <MenuSection aria-label={text.account}>
            {viewer && viewer.memberships.length > 1 ? (
              <MenuItem className={css.item ?? ''} onAction={() => void changeRole()}>
                {text.changeRole}
              </MenuItem>
            ) : null}
            <MenuItem className={css.item ?? ''} onAction={() => void signOut(token)}>
              {text.signOut}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
