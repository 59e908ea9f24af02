datelineCards("en", {
"vessels/andorinha/":["Andorinha","Vessel","vessel","A schooner.","March 1911","5 March 1911"]
});
