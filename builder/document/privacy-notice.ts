/** What a visitor is told at every form, made from the workspace's settings. */
export interface PrivacyNotice {
  controller: string;
  contact: string;
  postalAddress: string;
  purposes: string[];
  retention: string;
  rightsUrl: string;
  /** Further words of the workspace; may be empty. */
  text: string;
}
