"""Names to places, all over the earth."""

from datetime import date

import pytest

from amity.gazetteer import Gazetteer, Place

CASES = [
    # name, level, country, ISO 3166-2 or None, latitude, longitude of the first place
    ("Vietnam", "country", "VN", None, 16, 106),
    ("Viet Nam", "country", "VN", None, 16, 106),
    ("VIETNAM", "country", "VN", None, 16, 106),
    ("Laos", "country", "LA", None, 18, 104),
    ("Lao PDR", "country", "LA", None, 18, 104),
    ("Lao People's Democratic Republic", "country", "LA", None, 18, 104),
    ("PRC", "country", "CN", None, 36, 104),
    ("Republic of Korea", "country", "KR", None, 36, 128),
    ("ROK", "country", "KR", None, 36, 128),
    ("DPRK", "country", "KP", None, 40, 127),
    ("UK", "country", "GB", None, 54, -2),
    ("U.S.", "country", "US", None, 39, -99),
    ("Ivory Coast", "country", "CI", None, 7, -5),
    ("Türkiye", "country", "TR", None, 39, 35),
    ("Czechia", "country", "CZ", None, 50, 15),
    ("Burma", "country", "MM", None, 21, 96),
    ("Georgia", "country", "GE", None, 42, 43),
    ("Guangxi", "admin1", "CN", "CN-GX", 24, 109),
    ("Guangxi Zhuang Autonomous Region", "admin1", "CN", "CN-GX", 24, 109),
    ("Inner Mongolia", "admin1", "CN", "CN-NM", 42, 112),
    ("Xizang", "admin1", "CN", "CN-XZ", 31, 88),
    ("Lao Cai", "admin1", "VN", "VN-02", 22, 104),
    ("Ha Giang", "admin1", "VN", "VN-03", 23, 105),
    ("Dak Lak", "admin1", "VN", "VN-33", 13, 108),
    ("Đắk Lắk", "admin1", "VN", "VN-33", 13, 108),
    ("Ho Chi Minh City", "admin1", "VN", "VN-SG", 11, 107),
    ("HCM City", "admin1", "VN", "VN-SG", 11, 107),
    ("Saigon", "admin1", "VN", "VN-SG", 11, 107),
    ("Savannakhet", "admin1", "LA", "LA-SV", 16, 106),
    ("Xaysomboun", "admin1", "LA", "LA-XS", 19, 103),
    ("Luang Namtha", "admin1", "LA", "LA-LM", 21, 101),
    ("Houaphanh", "admin1", "LA", "LA-HO", 20, 104),
    ("Oudomxay", "admin1", "LA", "LA-OU", 20, 102),
    ("Siem Reap", "admin1", "KH", "KH-17", 14, 104),
    ("Gyeongsangbuk-do", "admin1", "KR", "KR-47", 36, 129),
    ("Hyogo", "admin1", "JP", "JP-28", 35, 135),
    ("Yaroslavl", "admin1", "RU", "RU-YAR", 58, 39),
    ("Kiambu", "admin1", "KE", "KE-13", -1, 37),
    ("Gujarat", "admin1", "IN", "IN-GJ", 23, 71),
    ("Western Australia", "admin1", "AU", "AU-WA", -26, 122),
    ("Free State", "admin1", "ZA", "ZA-FS", -29, 26),
    ("Catalonia", "admin1", "ES", "ES-CT", 41, 2),
    ("Minas Gerais", "admin1", "BR", "BR-MG", -18, -45),
    ("Nova Scotia", "admin1", "CA", "CA-NS", 45, -63),
    ("Dali Bai Autonomous Prefecture", "admin2", "CN", None, 26, 100),
    ("Bao Thang", "admin2", "VN", None, 22, 104),
    ("Hekou Yao Autonomous County", "admin2", "CN", None, 23, 104),
    ("Orange County", "admin2", "US", None, 34, -118),
    ("Hanoi", "municipality", "VN", None, 21, 106),
    ("Kunming", "municipality", "CN", None, 25, 103),
    ("Peking", "municipality", "CN", None, 40, 116),
    ("Kiev", "municipality", "UA", None, 50, 31),
    ("Kharkov", "admin1", "UA", "UA-63", 50, 36),
    ("Kaysone Phomvihane", "municipality", "LA", None, 17, 105),
    ("Nairobi", "municipality", "KE", None, -1, 37),
    ("Medellin", "municipality", "CO", None, 6, -76),
    ("Buenos Aires", "municipality", "AR", None, -35, -58),
    ("Birmingham", "municipality", "GB", None, 52, -2),
    ("Washington", "municipality", "US", None, 39, -77),
    ("New York", "municipality", "US", None, 41, -74),
    ("Suva", "municipality", "FJ", None, -18, 178),
    ("Huu Nghi", "crossing", "VN", None, 22, 107),
    ("Friendship Pass", "crossing", "CN", None, 22, 107),
    ("Boten", "crossing", "LA", None, 21, 102),
    ("Ban Gioc", "site", "VN", None, 23, 107),
    ("Detian Waterfall", "site", "CN", None, 23, 107),
]


@pytest.mark.parametrize(("name", "level", "country", "iso", "lat", "lon"), CASES, ids=[case[0] for case in CASES])
def test_the_most_prominent_place(
    gazetteer: Gazetteer, name: str, level: str, country: str, iso: str | None, lat: float, lon: float
) -> None:
    place = gazetteer.lookup(name)[0]
    assert (place.level, place.country, place.iso3166_2) == (level, country, iso)
    assert place.lat == pytest.approx(lat, abs=3)
    assert place.lon == pytest.approx(lon, abs=3)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Hanoi", "Ha Noi", "Hà Nội", "HANOI"),
        ("Da Nang", "Danang", "Đà Nẵng"),
        ("Hai Phong", "Haiphong"),
        ("Xi'an", "Xian", "Xi’an"),
        ("São Paulo", "Sao Paulo"),
        ("Luang Prabang", "Luangprabang", "Luang-Prabang"),
    ],
)
def test_spellings_lead_to_one_place(gazetteer: Gazetteer, spellings: tuple[str, ...]) -> None:
    found = [{place.id for place in gazetteer.lookup(name)} for name in spellings]
    assert set.intersection(*found)


@pytest.mark.parametrize(
    ("name", "level", "country"),
    [
        ("Lao Cai Province", "admin1", "VN"),
        ("Lao Cai city", "municipality", "VN"),
        ("Davao City", "municipality", "PH"),
        ("State of Western Australia", "admin1", "AU"),
        ("city of Siem Reap", "municipality", "KH"),
        ("Leningrad Oblast", "admin1", "RU"),
        ("Minato Ward", "admin2", "JP"),
        ("Kaysone Phomvihane city", "municipality", "LA"),
        ("Hunan Province", "admin1", "CN"),
        ("Quang Ninh province", "admin1", "VN"),
        ("Hekou district", "admin2", "CN"),
    ],
)
def test_a_word_for_the_kind_may_be_in_the_name(gazetteer: Gazetteer, name: str, level: str, country: str) -> None:
    assert gazetteer.lookup(name)
    place = gazetteer.resolve(name, near=[gazetteer.country(country)])
    assert place is not None
    assert (place.level, place.country) == (level, country)


def test_all_places_of_a_name_come_in_order(gazetteer: Gazetteer) -> None:
    victorias = gazetteer.lookup("Victoria")
    assert len(victorias) > 10
    assert {"AU", "SC", "CA"} <= {place.country for place in victorias}
    named = [place.prominence for place in victorias if place.name == "Victoria" and place.valid_to is None]
    assert named == sorted(named, reverse=True)


@pytest.mark.parametrize("name", ["", " ", "'", "Province of", "city of Nosuchplaceatall", "Nosuchplaceatall", "zzzzzzzzzzz", "\n", "哈哈"])
def test_unknown_names_lead_nowhere(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == []


def test_units_lead_up_and_down(gazetteer: Gazetteer) -> None:
    bao_thang = gazetteer.lookup("Bao Thang")[0]
    lao_cai = gazetteer.parent(bao_thang)
    assert lao_cai is not None
    assert (lao_cai.name, lao_cai.level, lao_cai.valid_to) == ("Lao Cai", "admin1", date(2025, 6, 30))
    assert bao_thang in gazetteer.children(lao_cai)
    vietnam = gazetteer.parent(lao_cai)
    assert vietnam == gazetteer.country("vn")
    assert gazetteer.parent(gazetteer.country("VN")) is None
    assert bao_thang.admin1 == lao_cai.id


def test_ended_provinces_name_their_successor(gazetteer: Gazetteer) -> None:
    ha_giang = gazetteer.lookup("Ha Giang")[0]
    assert ha_giang.succeeded_by is not None
    successor = gazetteer.by_id(ha_giang.succeeded_by)
    assert successor is not None
    assert (successor.name, successor.valid_from) == ("Tuyen Quang", date(2025, 7, 1))


def test_towns_of_ended_provinces_lie_in_the_new_ones(gazetteer: Gazetteer) -> None:
    town = next(place for place in gazetteer.lookup("Ha Giang") if place.level == "municipality" and place.population)
    assert town.admin1 is not None
    province = gazetteer.by_id(town.admin1)
    assert province is not None
    assert (province.name, province.valid_to) == ("Tuyen Quang", None)


def test_by_id(gazetteer: Gazetteer) -> None:
    kunming = gazetteer.by_id(1804651)
    assert kunming is not None
    assert kunming == gazetteer.by_id("1804651")
    assert (kunming.name, kunming.capital_of) == ("Kunming", "admin1")
    huu_nghi = gazetteer.by_id("amity:huu-nghi")
    assert huu_nghi is not None
    assert huu_nghi.geonames is None
    assert gazetteer.by_id("amity:nothing") is None
    assert gazetteer.by_id(4_000_000_000) is None
    assert gazetteer.by_id(10**12) is None


def test_children_of_a_place_that_is_not_of_this_gazetteer(gazetteer: Gazetteer) -> None:
    assert gazetteer.children(Place(id="amity:none", name="None", level="admin1", country="VN")) == []


def test_countries(gazetteer: Gazetteer) -> None:
    codes = [place.country for place in gazetteer.countries()]
    assert codes == sorted(codes)
    assert gazetteer.country("LA").name == "Laos"
    with pytest.raises(KeyError):
        gazetteer.country("QQ")


@pytest.mark.parametrize(
    ("name", "country", "seat"),
    [("Vientiane", "LA", "country"), ("Nanning", "CN", "admin1"), ("Sacramento", "US", "admin1"), ("Pakse", "LA", "admin1")],
)
def test_capitals(gazetteer: Gazetteer, name: str, country: str, seat: str) -> None:
    place = gazetteer.resolve(name, level="municipality", country=country)
    assert place is not None
    assert place.capital_of == seat
    assert place.is_capital == (seat == "country")


def test_districts_have_their_own_centre(gazetteer: Gazetteer) -> None:
    place = gazetteer.lookup("Bao Thang")[0]
    assert place.precision == "admin2"
    assert (place.lat, place.lon) == (pytest.approx(22.3, abs=0.2), pytest.approx(104.2, abs=0.2))
