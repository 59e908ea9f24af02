datelineCards("en", {
"groups/harbour-court/":["Harbour Court","Group","group","","18 July 2020, 20:05 (Europe/Lisbon)","9 February 2021"]
});
