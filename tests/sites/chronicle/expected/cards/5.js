datelineCards("en", {
"places/porto-velho/":["Porto Velho","Place","place","","March 1911","May 1911"]
});
