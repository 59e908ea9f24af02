datelineCards("en", {
"groups/lantern-company/":["Lantern Company","Group","group","","possibly 1970","winter 2021"]
});
