import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/* Checks that relative links in all Markdown files lead to files and headings that exist. */

const documents = execFileSync('git', ['ls-files', '-z', '*.md'], { encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '');
const problems = documents.flatMap(brokenLinks);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

function brokenLinks(document: string): string[] {
  const links = textOf(document).matchAll(/\]\((?!\w+:)([^)#\s]*)(?:#([^)\s]*))?\)/g);
  return [...links].flatMap(([, path = '', heading]) => {
    const target = path === '' ? document : join(dirname(document), decodeURI(path));
    if (!existsSync(target)) return [`${document} links to ${target}, which does not exist`];
    if (heading === undefined || !target.endsWith('.md') || anchorsOf(target).includes(heading)) return [];
    return [`${document} links to ${target}#${heading}, and there is no such heading`];
  });
}

/** The anchors of a document's headings, as GitHub makes them. Of equal headings only the first is found. */
function anchorsOf(document: string): string[] {
  return [...textOf(document).matchAll(/^#+ +(.+?) *$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

/** The text of a document without its blocks of code. */
function textOf(document: string): string {
  return readFileSync(document, 'utf8').replace(/^( *)```[\s\S]*?^\1```/gm, '');
}
