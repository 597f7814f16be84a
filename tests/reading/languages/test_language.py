"""The language of documents: what is told of them, and what becomes of those that Amity does not read."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from amity.cli import app
from amity.model import Document
from amity.reading.language import SAMPLE, hear, settle_language, slices
from amity.reading.load import Loaded, documents
from amity.reading.pipeline import read_loaded
from amity.samples import SAMPLES

TEXTS = {
    "vi": "Chủ tịch tỉnh đã tiếp đoàn đại biểu vào sáng thứ Ba. Hai bên nhất trí mở thêm cửa khẩu và tăng cường thương mại.",
    "zh": "省长星期二上午会见了代表团。双方同意开放新的口岸，加强贸易往来。",
    "lo": "ເຈົ້າແຂວງໄດ້ຕ້ອນຮັບຄະນະຜູ້ແທນໃນຕອນເຊົ້າວັນອັງຄານ. ສອງຝ່າຍເຫັນດີເປີດດ່ານຊາຍແດນໃໝ່.",
    "th": "ผู้ว่าราชการจังหวัดให้การต้อนรับคณะผู้แทนเมื่อเช้าวันอังคาร ทั้งสองฝ่ายตกลงเปิดด่านชายแดนใหม่",
    "km": "អភិបាលខេត្តបានទទួលគណៈប្រតិភូនៅព្រឹកថ្ងៃអង្គារ។ ភាគីទាំងពីរបានយល់ព្រមបើកច្រកព្រំដែនថ្មី។",
    "my": "ဝန်ကြီးချုပ်သည် အင်္ဂါနေ့နံနက်တွင် ကိုယ်စားလှယ်အဖွဲ့ကို လက်ခံတွေ့ဆုံခဲ့သည်။",
    "ru": "Губернатор принял делегацию во вторник утром. Стороны договорились открыть новые пункты пропуска и расширить торговлю.",
    "uk": "Губернатор прийняв делегацію у вівторок уранці. Сторони домовилися відкрити нові пункти пропуску та розширити торгівлю.",
    "fr": "Le gouverneur a reçu la délégation mardi matin. Les deux parties ont convenu d'ouvrir de nouveaux postes frontière.",
    "es": "El gobernador recibió a la delegación el martes por la mañana. Las dos partes acordaron abrir nuevos pasos fronterizos.",
    "pt": "O governador recebeu a delegação na manhã de terça-feira. As duas partes concordaram em abrir novos postos de fronteira.",
    "de": "Der Gouverneur empfing die Delegation am Dienstagmorgen. Beide Seiten vereinbarten, neue Grenzübergänge zu öffnen.",
    "nl": "De gouverneur ontving de delegatie dinsdagochtend. Beide partijen spraken af nieuwe grensposten te openen.",
    "it": "Il governatore ha ricevuto la delegazione martedì mattina. Le due parti hanno concordato di aprire nuovi valichi di frontiera.",
    "tl": "Tinanggap ng gobernador ang delegasyon noong Martes ng umaga. Nagkasundo ang dalawang panig na magbukas ng mga bagong tawiran.",
    "ja": "知事は火曜日の朝、代表団と会談した。双方は新しい国境検問所を開き、貿易を拡大することで合意した。",
    "ko": "도지사는 화요일 오전 대표단을 접견했다. 양측은 새로운 국경 통로를 열고 교역을 확대하기로 합의했다.",
    "ar": "استقبل المحافظ الوفد صباح الثلاثاء. واتفق الجانبان على فتح معابر حدودية جديدة وتوسيع التجارة.",
    "fa": "استاندار صبح سه شنبه از هیئت استقبال کرد. دو طرف توافق کردند گذرگاه‌های مرزی جدید باز کنند.",
    "hi": "राज्यपाल ने मंगलवार सुबह प्रतिनिधिमंडल का स्वागत किया। दोनों पक्ष नई सीमा चौकियाँ खोलने पर सहमत हुए।",
    "tr": "Vali salı sabahı heyeti kabul etti. İki taraf yeni sınır kapıları açmak ve ticareti genişletmek konusunda anlaştı.",
    "pl": "Gubernator przyjął delegację we wtorek rano. Obie strony uzgodniły otwarcie nowych przejść granicznych i rozwój handlu.",
    "sw": "Gavana alipokea ujumbe Jumanne asubuhi. Pande zote mbili zilikubaliana kufungua vituo vipya vya mpaka na kupanua biashara.",
}
DOUBTFUL = [
    "Mayors met.",
    "MoU signed in Vientiane",
    "Governor Tran Minh Khoa received Consul General Li Wenhao.",
    "Lào Cai and Yunnan discussed the Hà Khẩu bridge.",
    "Ciudad Real and São Roque sign MoU",
    "Deux villes signent un accord",
]


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_other_languages_are_told(code: str, text: str) -> None:
    heard = hear(text)
    assert (heard.language, heard.readable) == (code, False)
    assert heard.confidence is not None and heard.confidence > 0.5


@pytest.mark.parametrize("text", DOUBTFUL)
def test_what_is_doubtful_is_english(text: str) -> None:
    assert hear(text).language == "en" and hear(text).readable


@pytest.mark.parametrize("text", ["", "2024-03-05 | 17:30", "…"])
def test_a_text_without_letters_tells_no_confidence(text: str) -> None:
    assert hear(text) == ("en", None, True)


@pytest.mark.parametrize("code", ["fr", "vi", "zh"])
def test_a_text_in_two_languages_is_read_as_english(code: str) -> None:
    english = "The mayors of the two towns met on Monday and agreed to open a ferry line between their ports. " * 6
    assert hear(english + (TEXTS[code] + " ") * 6).readable


@pytest.mark.parametrize("path", sorted((SAMPLES / "reports").glob("*.txt")), ids=lambda path: path.stem)
def test_no_sample_is_taken_for_another_language(path: Path) -> None:
    for _, text in documents(path):
        assert hear(text).language == "en"


@pytest.mark.parametrize("size", [0, 1, 299, 300, 700, 1200, 1201, 5000, 100_000])
def test_the_sample_is_bounded(size: int) -> None:
    parts = slices("ж" * (size // 2) + "x" * (size % 2))
    assert 1 <= len(parts) <= 4
    assert sum(map(len, parts)) == min(size, SAMPLE)


def test_lone_surrogates_do_no_harm() -> None:
    assert hear("The mayors met \ud83d today.").language == "en"


def test_the_document_and_the_reason_tell_it() -> None:
    document = Document(id="sha256:0", path="x")
    assert settle_language(document, TEXTS["vi"]) == "language: vi (1.00); Amity reads en; give a translation, or add the language"
    assert document.language == "vi" and document.language_confidence is not None


def test_what_is_unread_keeps_text_and_metadata_and_has_no_facts() -> None:
    loaded = Loaded(Document(id="sha256:0", path="x", published="2024-03-05", publisher="Example"), TEXTS["fr"])
    report, reading = read_loaded(loaded)
    assert reading.text == TEXTS["fr"]
    assert (reading.document.language, reading.document.published, reading.document.publisher) == ("fr", "2024-03-05", "Example")
    assert reading.document.unread is not None and reading.document.unread.startswith("language: fr (")
    assert not (reading.actors or reading.events or reading.statements or report.fired)


def test_the_command_says_so_and_reads_the_rest(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXTS["de"], encoding="utf-8")
    (tmp_path / "b.txt").write_text("The mayor of Graz met the mayor of Bilbao on 5 March 2024 and signed a memorandum.", encoding="utf-8")
    result = CliRunner().invoke(app, ["read", "--format", "json", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 2
    assert "a.txt: kept unread; language: de (" in result.stderr
    assert "b.txt" not in result.stderr
