/** Words that stand beside documents of every country. */
export const passportWords =
  "passport*, travel document, pass nr, passnummer, reisepass*, passeport, pasaporte, passaporto, paspoort, passaporte, paszport*, cestovni pas, cestovny pas, 여권*";
export const licenceWords =
  "driver*, driving, licence, license, fuhrerschein*, permis, patente, carnet de conducir, rijbewijs, 운전면허*";
