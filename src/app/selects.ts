// The pickers from Web Awesome: loaded beside the page and not before it, for they are a fifth of its code.
import '@awesome.me/webawesome/dist/components/option/option.js';
import '@awesome.me/webawesome/dist/components/select/select.js';
