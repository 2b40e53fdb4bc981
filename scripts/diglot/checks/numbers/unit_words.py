"""Words and signs for units in English and Arabic, dimension by dimension."""

from __future__ import annotations

UNITS = """
length kilometer | kilometer kilometers kilometre kilometres km kms
كيلومتر كيلومترا كيلومترات كيلومترين كيلومتران كيلو_متر كيلو_مترا كلم كم
length meter | meter meters metre metres
متر مترا أمتار مترين متران
length centimeter | centimeter centimeters centimetre centimetres cm
سنتيمتر سنتيمترا سنتيمترات سنتمتر سم
length millimeter | millimeter millimeters millimetre millimetres mm
مليمتر مليمترا مليمترات ميليمتر ملم مم
length mile | mile miles mi mph
ميل ميلا أميال ميلين
length foot | foot feet ft
قدم قدما أقدام قدمين
length inch | inch inches
بوصة بوصات إنش إنشات
length yard | yard yards
ياردة ياردات
area hectare | hectare hectares ha
هكتار هكتارا هكتارات
area acre | acre acres feddan feddans
فدان فدانا أفدنة
area dunam | dunam dunams dunum dunums donum donums
دونم دونما دونمات
mass kilogram | kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs
كيلوغرام كيلوغراما كيلوغرامات كيلوجرام كيلوجراما كيلوجرامات كيلو كلغ كغ كغم كجم
mass gram | gram grams gramme grammes
غرام غراما غرامات جرام جراما جرامات
mass ton | ton tons tonne tonnes
طن طنا أطنان طنين طنان
mass mass-pound | pound pounds lb lbs
رطل رطلا أرطال باوند
mass ounce | ounce ounces oz
أونصة أونصات أوقية
volume liter | liter liters litre litres
لتر لترا لترات ليتر ليترا ليترات
volume gallon | gallon gallons
غالون غالونا غالونات جالون جالونا جالونات
volume barrel | barrel barrels bbl
برميل برميلا براميل
power kilowatt | kilowatt kilowatts kw
كيلوواط كيلووات
power megawatt | megawatt megawatts mw
ميغاواط ميجاواط ميغاوات ميجاوات
power gigawatt | gigawatt gigawatts gw
غيغاواط جيجاواط غيغاوات جيجاوات
heat celsius | celsius centigrade °c
مئوية درجة_مئوية درجات_مئوية
heat fahrenheit | fahrenheit °f
فهرنهايت درجة_فهرنهايت درجات_فهرنهايت
time second | second seconds
ثانية ثواني ثوان ثانيتين
time minute | minute minutes min mins
دقيقة دقائق دقيقتين
time hour | hour hours hr hrs
ساعة ساعات ساعتين
time day | day days
يوم يوما أيام يومين
time week | week weeks
أسبوع أسبوعا أسابيع أسبوعين
time month | month months
شهر شهرا أشهر شهور شهرين
time year | year years yr yrs
عام عاما أعوام عامين سنة سنوات سنين سنتين
time decade | decade decades
عقد عقدا عقود عقدين
time century | century centuries
قرن قرنا قرون قرنين
money dollar | $ dollar dollars usd
دولار دولارا دولارات
money euro | € euro euros eur
يورو يوروهات
money money-pound | £ pound pounds sterling gbp quid
جنيه جنيها جنيهات باوند إسترليني استرليني
money money-pound lira | lira liras lire
ليرة ليرات
money money-pound lira | ₺ syp lbp
ليرة ليرات
money dinar | dinar dinars iqd
دينار دينارا دنانير
money riyal | riyal riyals rial rials reais sar qar
ريال ريالا ريالات
money dirham | dirham dirhams aed
درهم درهما دراهم
money rupee | ₹ rupee rupees
روبية روبيات
money yen | ¥ yen jpy
ين
money yuan | ¥ yuan renminbi cny rmb
يوان رنمينبي
money rouble | rouble roubles ruble rubles
روبل روبلا روبلات
money shekel | ₪ shekel shekels
شيكل شيكلا شواكل شيقل
money franc | franc francs chf
فرنك فرنكا فرنكات
money krone | krone kroner krona kronor
كرونة كرونات كرون
money peso | peso pesos
بيزو بيزوات بيسو
share percent | % ٪ percent pct cent
% ٪ بالمئة بالمائة بالمية في_المئة في_المائة
""".strip().splitlines()
"""Dimension, units and English words; below them the Arabic words («_» for a blank)."""
