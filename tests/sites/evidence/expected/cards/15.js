datelineCards("en", {
"places/ostrel/":["Ostrel","Place","place","","44 BC","24 December 2021"]
});
