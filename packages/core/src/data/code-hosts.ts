/** A site whose addresses name a repository. */
export interface CodeHost {
  readonly host: string
  /** Leading path segments that name the repository; `groups`: all up to `/-/` (GitLab's nested groups). */
  readonly repository: 'owner/name' | 'groups' | 'projects/name'
  /** First segments that are pages of the site, not owners. */
  readonly reserved: readonly string[]
}

// biome-ignore format: a list
const GITHUB_PAGES = [
  'about', 'apps', 'collections', 'contact', 'customer-stories', 'events', 'explore', 'features', 'login', 'marketplace',
  'new', 'notifications', 'orgs', 'pricing', 'pulls', 'search', 'security', 'settings', 'site', 'sponsors', 'stars',
  'topics', 'trending', 'user-attachments', 'users',
]

/** Sites that host code. Pages elsewhere are links of their paper. */
export const CODE_HOSTS: readonly CodeHost[] = [
  { host: 'github.com', repository: 'owner/name', reserved: GITHUB_PAGES },
  { host: 'gitlab.com', repository: 'groups', reserved: ['explore', 'users', 'help'] },
  { host: 'bitbucket.org', repository: 'owner/name', reserved: ['account', 'product'] },
  { host: 'codeberg.org', repository: 'owner/name', reserved: ['explore', 'user'] },
  { host: 'gitee.com', repository: 'owner/name', reserved: ['explore', 'organizations'] },
  { host: 'git.sr.ht', repository: 'owner/name', reserved: [] },
  { host: 'sourceforge.net', repository: 'projects/name', reserved: [] },
  { host: 'code.google.com', repository: 'projects/name', reserved: [] },
]
