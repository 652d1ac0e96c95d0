/// First names that are written unlike what is said: an Irish or a Welsh name as an English ear spells
/// it on the telephone, and the spellings of a few other names whose letters differ more than a rule tells.
package enum HeardAlike {
  /// The other spellings of a name, in small letters without marks.
  ///
  /// - Parameter name: a name in small letters without marks.
  /// - Returns: the names that are said like it; empty where none is known.
  package static func spellings(of name: String) -> [String] {
    (places[name] ?? []).flatMap { groups[$0] }.filter { $0 != name }
  }

  private static let places: [String: [Int]] = {
    var places: [String: [Int]] = [:]
    for (place, group) in groups.enumerated() {
      for name in group { places[name, default: []].append(place) }
    }
    return places
  }()

  /// Each line one name as it is said.
  private static let groups: [[String]] = """
    niamh neve neave neev neeve nieve niav
    sian shan sharn shaan shahn sharne shawn shaun shorn
    siobhan shivaun shevaun shivon shavon chevonne shevon shivorn
    aoife eefa efa eva eefah ifa
    caoimhe keeva kiva keva keeve queeva
    sean shaun shawn shon seon
    sinead shinade shinead sinade
    saoirse sersha seersha sorsha sirsha searsha
    aisling ashling ashlin aislinn ashleen
    roisin rosheen rosheene roshin
    grainne gronya grawnya grania
    orla orlagh orlaith
    oisin usheen osheen ushin
    eoin owen eoghan owain ewan euan ewen
    cian keane kean kian keen
    ciara keira kiera kira keera
    ciaran kieran keiran kieron kyran
    padraig porrick paudrig padrig parric
    tadhg tige tighe teague taig
    cillian killian kilian
    donnacha donagh donacha
    diarmuid dermot dermid diarmaid
    fionn finn fin fyn
    ruairi rory ruaridh rhuari
    seamus shamus shaymus
    cathal kahal cahal cohal
    conor connor konnor
    maeve mave meabh medb
    eilidh aylee ailee aylie
    deirdre deardra deerdra
    clodagh cloda cloder
    eimear emer eemer
    mairead morade maraid
    rhys reece reese rees reiss
    ieuan iwan yayan yeyan
    llyr leer lear
    llywelyn llewellyn llewelyn lewellin
    angharad ankharad angarad
    bronwen bronwyn bronwin
    carys karis caris
    cerys kerris kerys kerry
    dafydd davith davydd
    eirian eyrian
    ffion fion feon fionn
    gethin gethyn
    gwen gwenn
    gwilym gwillim gwylim
    hywel howell howel
    iestyn yestin yestyn
    ifan evan ivan
    lowri lowry
    mali mally molly
    nerys nerris
    rhian rian rhean reann
    rhiannon riannon reeannon
    sioned shonned shoned
    siwan shuan shewan
    sion shon
    wyn win wynn
    xavier zavier javier
    zoe zoey zowie
    chloe cloe khloe cloey
    phoebe feeby pheobe febe
    hermione hermyony
    imogen imojen
    joaquin wakeen
    jorge horhay
    xanthe zanthe
    geoffrey jeffrey jeff
    gemma jemma
    beatrix beatrice beatriz beatris
    felix feliks
    alexander aleksander alexandr
    gillian jillian
    jayden jaden jaydon jaidon
    stephen steven stefan
    """.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
}
