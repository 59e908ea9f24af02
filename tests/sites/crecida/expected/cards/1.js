datelineCards("es", {
"people/bruno-salcedo/":["Bruno Salcedo","Persona","person","Operador de la Presa Alta.","7 de agosto de 2021","febrero de 2022"]
});
