"""What a reader sees, counts and keeps."""


def test_an_office_sees_its_own_records_and_those_below(offices, reader):
    who = reader("reviewer", offices.kp)
    assert who.office_id == offices.kp.pk
    assert who.sees == {offices.kp.pk, offices.peshawar.pk, offices.swat.pk}
