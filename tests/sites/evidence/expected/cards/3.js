datelineCards("en", {
"places/vendrie/":["Vendrie","Place","place","","spring 2001","spring 2001"]
});
