datelineCards("en", {
"places/the-coast/":["The Coast","Place","place","","March 1911","March 1911"]
});
