// What two programs that show other sites' cards make of the page at an address: @extractus/oembed-extractor and unfurl.js.
import { extract } from "@extractus/oembed-extractor";
import { unfurl } from "unfurl.js";

const [url] = process.argv.slice(2);
const [extracted, unfurled] = await Promise.all([extract(url, { maxwidth: 400 }), unfurl(url)]);
console.log(JSON.stringify({ extracted, unfurled: unfurled.oEmbed }));
