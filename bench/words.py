"""The words of the generated texts, by the place that they take in a sentence."""

from __future__ import annotations


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("،"))


VERBS = _listed("""
أعلنت، أكّدت، ناقشت، أصدرت، نشرت، أعدّت، راجعت، اعتمدت، أوضحت، قدّمت، وسّعت، أنجزت، بحثت، طلبت،
نفّذت، تابعت، دعمت، موّلت، أطلقت، نظّمت، اقترحت، أجّلت، خفّضت، رفعت، حدّدت، سجّلت، أقرّت، عدّلت،
وزّعت، استكملت
""")
SUBJECTS = _listed("""
وزارة المياه، لجنة الموازنة، بلدية المدينة، هيئة الإحصاء، مديرية الصحة، جمعية المزارعين، إدارة
المدارس، شركة الكهرباء، غرفة التجارة، منظمة الأغذية، دائرة الآثار، لجنة التحكيم، هيئة النقل، مؤسسة
الإسكان، نقابة المعلمين، المكتبة الوطنية، مصلحة الأرصاد، سلطة الموانئ، لجنة البيئة، كلية الهندسة
""")
OBJECTS = _listed("""
خطة التوزيع، تقرير المتابعة، برنامج التدريب، مشروع القانون، نتائج المسح، جدول الأعمال، دليل
الإجراءات، شبكة الطرق، محطة المعالجة، خدمات الإسعاف، قائمة الأولويات، اتفاق التعاون، عقود الصيانة،
دراسة الجدوى، حملة التوعية، معايير الجودة، سجل الملكية، صندوق الدعم، نظام الإنذار، مواسم الحصاد،
مخازن الحبوب، مبادرة التشجير، كشوف الرواتب، شروط المناقصة، أعمال الترميم
""")
ADJECTIVES = _listed("""
الجديدة، السنوية، المشتركة، المحلية، العاجلة، المؤقتة، الشاملة، الإقليمية، المعدّلة، الأولى،
الأخيرة، التجريبية، الرقمية، الزراعية، الصحية، التعليمية، القديمة، المفصّلة، المستقلة، الداخلية
""")
PLACES = _listed("""
في بغداد، في البصرة، في عمّان، في بيروت، في حلب، في القاهرة، في الإسكندرية، في تونس، في وهران، في
الرباط، في نابلس، في مسقط، في المنامة، في الخرطوم، في صنعاء، في حي الزهور، على ضفة النهر، في القرى
الجبلية، عند الحدود الشمالية، في المناطق الساحلية
""")
PEOPLE = _listed("""
المهندس سامي الحداد، الدكتورة ليلى منصور، السيد كريم العلي، الأستاذة هدى النجار، د. يوسف الخطيب،
السيدة رنا شاهين، المحامي طارق زيدان، الدكتور عمر بن سالم، الباحثة نور قاسم، السيد وليد أبو شقرا
""")
CLAUSES = _listed("""
بعد مشاورات طويلة مع السكان، بما في ذلك أعمال الصيانة الدورية، وفقاً لأحكام المادة المذكورة أعلاه،
مما أدى إلى تأخير في التسليم، على الرغم من نقص التمويل، بهدف تحسين الخدمة في الأحياء البعيدة، من
خلال شركاء محليين ومعهم، إلى جانب عدد من المتطوعين، فضلاً عن تدريب الموظفين الجدد، قبل نهاية
المهلة المحددة، بحسب بيان صدر في اليوم نفسه، في إطار الاتفاق الموقّع بين الجانبين، من دون أي كلفة
إضافية على المواطنين، وذلك للمرة الأولى منذ عقود، مع مراعاة الظروف الجوية
""")
UNITS = _listed("""
مليون دينار، ألف دولار، كيلومتراً، طناً من القمح، مشروعاً، مدرسة، أسرة، متراً مربعاً، بالمئة من
الكلفة، موظفاً، ساعة عمل، بئراً، حالة، مركزاً صحياً، لتراً في الثانية
""")
MONTHS = _listed("""
كانون الثاني/يناير، شباط/فبراير، آذار/مارس، نيسان/أبريل، أيار/مايو، حزيران/يونيو، تموز/ يوليو،
آب/أغسطس، أيلول/سبتمبر، تشرين الأول / أكتوبر، تشرين الثاني/نوفمبر، كانون الأول/ديسمبر
""")
TOPICS = _listed("""
إدارة الموارد المائية، تطوير التعليم الأساسي، صيانة الطرق، حماية الآثار، الأمن الغذائي، الرعاية
الصحية، تمويل المشاريع الصغيرة، النقل العام، جودة الهواء، تدريب الكوادر، الإسكان الميسّر، إعادة
التأهيل، الطاقة المتجددة، حقوق العاملين، الإحصاءات السكانية، مكافحة التصحر، سلامة الأغذية، البحث
العلمي
""")
ASPECTS = _listed("""
أهداف، مراحل، نتائج، تحديات، كلفة، مستقبل، تقييم، شروط، إنجازات، مؤشرات، أسس، حدود
""")

ENGLISH = """
about according additional administration after agreement annual announced archive because before
budget centre city committee completed conditions confirmed contract cooperation council country
during early education effort equipment expanded families farmers final first forecast funding
further general growth harbour health hospital households housing improved including increase
information initiative inspection joint land large later library local maintenance market measures
meeting members method ministry monitoring monthly municipal network northern office organisation
outside partners people percentage period plan population prepared present previous programme
progress project proposed province public quality quarter rainfall reduced region registered
regulation remaining repair report request residents resources results review river roads rural
schools season section several shared southern staff standards station storage study summer supply
support survey system technical temporary territory together total towards training transport
under university until village volunteers water western winter without workers
""".split()
