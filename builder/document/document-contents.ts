import type { PageDocument } from "./page-document";

export declare function listTexts(document: PageDocument): { path: string; text: string }[];
export declare function listLinks(document: PageDocument): { path: string; href: string; text: string }[];
export declare function listImages(document: PageDocument): { path: string; src: string; alt: string }[];
