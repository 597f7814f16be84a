"""Which names the compiler keeps, and which is the English one."""

import pytest

from tools.gazetteer import names


@pytest.mark.parametrize(
    ("name", "usable"),
    [
        ("Kunming", True),
        ("K’un-ming", True),
        ("Hà Nội", True),
        ("KMG", False),
        ("hanwy", False),
        ("Ханой", False),
        ("昆明", False),
        ("Å", False),
    ],
)
def test_usable(name: str, usable: bool) -> None:
    assert names.usable(name) == usable


@pytest.mark.parametrize(
    ("name", "country", "stripped"),
    [
        ("Huyện Bát Xát", "VN", "Bát Xát"),
        ("Thành Phố Lào Cai", "VN", "Lào Cai"),
        ("Đam Rông District", "VN", "Đam Rông"),
        ("Kunming Shi", "CN", "Kunming"),
        ("Amphoe Pa Daet", "TH", "Pa Daet"),
        ("Srŏk Stoŭng", "KH", "Stoŭng"),
        ("Muang Houayxay", "LA", "Houayxay"),
        ("Yongin-si", "KR", "Yongin"),
        ("Minato-ku", "JP", "Minato"),
        ("Kabupaten Bandung", "ID", "Bandung"),
        ("Orange County", "US", "Orange County"),
        ("Guangxi Zhuang Autonomous Region", "CN", "Guangxi Zhuang Autonomous Region"),
        ("Free State", "ZA", "Free State"),
        ("Federal District", "BR", "Federal District"),
        ("Huyện", "VN", "Huyện"),
        ("Huyện A", "VN", "Huyện A"),
    ],
)
def test_strip(name: str, country: str, stripped: str) -> None:
    assert names.strip(name, country) == stripped


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Dali Baizu Zizhizhou", "Dali Bai Autonomous Prefecture"),
        ("Wenshan Zhuangzu Miaozu Zizhizhou", "Wenshan Zhuang and Miao Autonomous Prefecture"),
        ("Jinping Miaozu Yaozu Daizu Zizhixian", "Jinping Miao, Yao and Dai Autonomous County"),
        ("Guangxi Zhuangzu Zizhiqu", "Guangxi Zhuang Autonomous Region"),
        ("Kunming Shi", None),
        ("Zizhizhou", None),
        ("Yushu Zizhizhou", None),
    ],
)
def test_autonomous(name: str, english: str | None) -> None:
    assert names.autonomous(name) == english


@pytest.mark.parametrize(
    ("every", "country", "best"),
    [
        (["Dali Baizu Zizhizhou", "Dali"], "CN", "Dali Bai Autonomous Prefecture"),
        (["Yushu", "Yushu Tibetan Autonomous Prefecture"], "CN", "Yushu Tibetan Autonomous Prefecture"),
        (["Huyện Bảo Thắng"], "VN", "Bao Thang"),
        (["Île-de-France"], "FR", "Île-de-France"),
        (["Autauga County"], "US", "Autauga County"),
    ],
)
def test_best_unit_name(every: list[str], country: str, best: str) -> None:
    assert names.best_unit_name(every, country) == best


def test_names_that_only_add_the_kind_are_left_out() -> None:
    others = ["Cần Thơ", "Can Tho City", "City of Can Tho", "Thanh Pho Can Tho", "Tay Do"]
    assert names.without_generic_twins("Can Tho", others, "VN") == ["Cần Thơ", "Tay Do"]
    assert names.without_generic_twins("Quezon City", ["Kyusi"], "PH") == ["Kyusi"]
    assert names.without_generic_twins("Guangxi Zhuang", ["Guangxi Zhuang Autonomous Region"], "CN") == ["Guangxi Zhuang Autonomous Region"]


def test_plain() -> None:
    assert names.plain("Đắk Lắk") == "Dak Lak"
