"""Vietnam's reform: the table, and how it is applied."""

import itertools

from tools.gazetteer import vietnam
from tools.gazetteer.draft import Draft
from tools.gazetteer.names import data
from tools.gazetteer.sources import Subdivision, Unit


def test_the_table_leads_from_63_provinces_to_34() -> None:
    provinces = vietnam.provinces()
    successors = {province.merged_into for province in provinces if province.merged_into}
    unchanged = {province.iso for province in provinces if not province.merged_into}
    assert len(provinces) == len({province.iso for province in provinces}) == 63
    assert (len(successors), len(unchanged)) == (23, 11)
    assert not successors & unchanged
    assert all(province.merged_into in (None, province.iso) for province in provinces if province.iso in successors)


def test_districts_numbers_belong_to_one_province() -> None:
    ranges = sorted(pair for province in vietnam.provinces() for pair in province.districts)
    assert all(first <= last for first, last in ranges)
    assert all(before[1] < after[0] for before, after in itertools.pairwise(ranges))


def test_well_known_mergers() -> None:
    merged = {province.name: province.merged_into for province in vietnam.provinces()}
    assert merged["Ha Giang"] == "VN-07"
    assert merged["Yen Bai"] == merged["Lao Cai"] == "VN-02"
    assert merged["Binh Duong"] == merged["Ba Ria-Vung Tau"] == "VN-SG"
    assert merged["Cao Bang"] is None


def units() -> tuple[dict[int, Draft], list[Subdivision]]:
    rows = [Subdivision(1000 + number, iso, iso, f"VN.{number}", 9000 + number, (), 1, None, "VN") for number, iso in enumerate(_isos())]
    lao_cai = next(row for row in rows if row.iso == "VN-02")
    rows += [
        Subdivision(1, "Huyện Bảo Thắng", "", f"{lao_cai.code}.086", 11, (), 2, lao_cai.row, "VN"),
        Subdivision(2, "Huyện Lục Yên", "", f"{lao_cai.code}.135", 12, (), 2, lao_cai.row, "VN"),
        Subdivision(3, "Xã Mỹ An Hưng", "", f"{lao_cai.code}.1574213", 13, (), 2, lao_cai.row, "VN"),
    ]
    drafts = {
        row.row: Draft(
            key=str(row.geonames), name=row.name, level="admin1" if row.level == 1 else "admin2", country="VN",
            iso3166_2=row.iso or None, parent="1" if row.level == 1 else str(lao_cai.geonames),
        )
        for row in rows
    }  # fmt: skip
    return drafts, rows


def _isos() -> list[str]:
    return [iso for iso, row in data("vietnam")["provinces"].items() if row.get("merged_into") in (None, iso)]


def test_provinces_end_and_districts_lie_in_the_old_ones() -> None:
    drafts, rows = units()
    ended = vietnam.apply_reform(drafts, rows, [Unit("VN-06", 77, "VN", "Yên Bái", "Yen Bai", (), 21.7, 104.9)])
    by_name = {draft.name: draft for draft in ended}
    assert len(ended) == 52
    yen_bai, new = by_name["Yen Bai"], next(draft for draft in drafts.values() if draft.iso3166_2 == "VN-02")
    assert (yen_bai.key, yen_bai.lat, yen_bai.valid_to, yen_bai.succeeded_by) == ("77", 21.7, "2025-06-30", new.key)
    assert (new.name, new.valid_from) == ("Lao Cai", "2025-07-01")
    assert by_name["Ha Giang"].key == "amity:vn-03-2025"
    assert (drafts[1].parent, drafts[1].valid_to) == (by_name["Lao Cai"].key, "2025-06-30")
    assert drafts[2].parent == "77"
    assert (drafts[3].parent, drafts[3].valid_to) == (new.key, None)


def test_towns_move_to_the_new_province() -> None:
    drafts, rows = units()
    ended = vietnam.apply_reform(drafts, rows, [])
    town = Draft(key="500", name="Lục Yên", level="municipality", country="VN", parent="12", population=900)
    every = {draft.key: draft for draft in (*drafts.values(), *ended, town)}
    vietnam.move_towns([town], every)
    assert town.parent is not None
    assert every[town.parent].iso3166_2 == "VN-02"
    assert every[town.parent].valid_to is None
