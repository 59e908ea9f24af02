datelineCards("en", {
"people/elias-moura/":["Elias Moura","Person","person","","March 1911","spring 1914"]
});
