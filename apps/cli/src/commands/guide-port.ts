/** Where `duka guide` listens where nobody says otherwise, and where stickers then point. */
export const GUIDE_PORT = 8421;
